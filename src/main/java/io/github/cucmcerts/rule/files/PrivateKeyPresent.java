package io.github.cucmcerts.rule.files;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.PrivateKey;
import io.github.cucmcerts.inventory.SubjectPublicKey;
import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Pair;
import io.github.cucmcerts.upload.UploadSet;
import io.github.cucmcerts.upload.Uploads;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plugin's advice: CUCM never exports a private key, so one in the directory is a mistake. No document mentions it.
 */
public final class PrivateKeyPresent extends DirectoryRule {
    public PrivateKeyPresent() {
        super(RuleInfo.of("private-key-present", Topic.FILES, Severity.ERROR, "Private key in the directory")
                .message("The file contains a private key ({form}).[ The key belongs to {set}.]")
                .rationale(
                        "CUCM's private keys never leave the node, so this key is not one of them. Anyone who has it can impersonate its owner.")
                .causes(
                        "The CSR was generated outside CUCM, or someone put the key of another owner into the directory.")
                .remedy(
                        "Delete the key, also from the history of the repository. Treat the certificate of the key as compromised. If the key belongs to a CSR for CUCM, generate a new CSR on the node, and have it signed.")
                .whyError(
                        "Anyone who can read the repository can use the key in its owner's name. No upload error is documented for it. The plugin relies on the fact that CUCM never exports a private key.")
                .source(Source.THIS_PLUGIN, "Private keys", Source.Kind.ADVICE));
    }

    @Override
    public void check(Facts facts, Findings findings) {
        facts.inventory()
                .objects(PrivateKey.class)
                .forEach(key -> findings.on(key)
                        .with("form", key.form())
                        .with(
                                "set",
                                key.publicKey().map(mine -> owners(mine, facts)).orElse(List.of()))
                        .report());
    }

    /** The ids of the sets whose CSR or certificate has the key. */
    private static List<String> owners(SubjectPublicKey key, Facts facts) {
        Set<String> owners = new LinkedHashSet<>();
        facts.uploads().csrOf(key).map(Uploads.OwnedCsr::set).ifPresent(owners::add);
        for (UploadSet set : facts.uploads().all()) {
            if (certificates(set).anyMatch(certificate -> certificate.key().equals(key))) {
                owners.add(set.id());
            }
        }
        return List.copyOf(owners);
    }

    /** The set's leaf, the other candidates for it, the deployed identities, and the former leaves. */
    private static Stream<Certificate> certificates(UploadSet set) {
        return Stream.of(
                        set.leaf().stream(),
                        set.match().rivals().stream(),
                        set.deployed().identities().stream(),
                        set.match().history().stream().map(Pair::leaf))
                .flatMap(certificates -> certificates);
    }
}
