package io.github.cucmcerts.rule;

import io.github.cucmcerts.rule.chain.CaNotInTrustStore;
import io.github.cucmcerts.rule.chain.CertificateUnused;
import io.github.cucmcerts.rule.chain.ChainBundled;
import io.github.cucmcerts.rule.chain.IssuerSignatureInvalid;
import io.github.cucmcerts.rule.chain.LeafIsCa;
import io.github.cucmcerts.rule.chain.LeafSelfSigned;
import io.github.cucmcerts.rule.chain.PathInvalid;
import io.github.cucmcerts.rule.chain.PathSearchExhausted;
import io.github.cucmcerts.rule.chain.RoleMisnamed;
import io.github.cucmcerts.rule.csrmatch.CsrMissing;
import io.github.cucmcerts.rule.csrmatch.CsrNotUnique;
import io.github.cucmcerts.rule.csrmatch.CsrPublicKeyMismatch;
import io.github.cucmcerts.rule.csrmatch.CsrSignatureInvalid;
import io.github.cucmcerts.rule.csrmatch.CsrSubjectMismatch;
import io.github.cucmcerts.rule.csrmatch.CsrSubjectReduced;
import io.github.cucmcerts.rule.csrmatch.CsrSuperseded;
import io.github.cucmcerts.rule.csrmatch.KeyShared;
import io.github.cucmcerts.rule.csrmatch.LeafAmbiguous;
import io.github.cucmcerts.rule.csrmatch.PairSuperseded;
import io.github.cucmcerts.rule.files.ArchivePresent;
import io.github.cucmcerts.rule.files.DuplicateFile;
import io.github.cucmcerts.rule.files.EncodingUnusual;
import io.github.cucmcerts.rule.files.FileUnreadable;
import io.github.cucmcerts.rule.files.KeystorePresent;
import io.github.cucmcerts.rule.files.LinkEscapes;
import io.github.cucmcerts.rule.files.PrivateKeyPresent;
import io.github.cucmcerts.rule.files.PurposeUnknown;
import io.github.cucmcerts.rule.san.IdentityChanges;
import io.github.cucmcerts.rule.san.SanAdded;
import io.github.cucmcerts.rule.san.SanCallmanagerNodeMissing;
import io.github.cucmcerts.rule.san.SanDiffersInForm;
import io.github.cucmcerts.rule.san.SanIpInMultiServer;
import io.github.cucmcerts.rule.san.SanLacksCommonName;
import io.github.cucmcerts.rule.san.SanMalformed;
import io.github.cucmcerts.rule.san.SanMissing;
import io.github.cucmcerts.rule.san.SanNodeMissing;
import io.github.cucmcerts.rule.san.SanUnrequested;
import io.github.cucmcerts.rule.san.SanWildcard;
import java.util.List;
import java.util.Set;

/** The catalogue, in the order of the documentation. A new rule is one more line here. */
public final class RuleBook {
    private static final List<Rule> RULES = List.of(
            new CsrMissing(),
            new CsrNotUnique(),
            new PairSuperseded(),
            new CsrSuperseded(),
            new CsrSignatureInvalid(),
            new CsrPublicKeyMismatch(),
            new CsrSubjectMismatch(),
            new CsrSubjectReduced(),
            new LeafAmbiguous(),
            new KeyShared(),
            new SanMissing(),
            new SanAdded(),
            new SanUnrequested(),
            new SanDiffersInForm(),
            new SanWildcard(),
            new SanNodeMissing(),
            new SanCallmanagerNodeMissing(),
            new SanLacksCommonName(),
            new IdentityChanges(),
            new SanIpInMultiServer(),
            new SanMalformed(),
            new LeafSelfSigned(),
            new CaNotInTrustStore(),
            new IssuerSignatureInvalid(),
            new PathInvalid(),
            new PathSearchExhausted(),
            new LeafIsCa(),
            new RoleMisnamed(),
            new CertificateUnused(),
            new ChainBundled(),
            new PrivateKeyPresent(),
            new KeystorePresent(),
            new FileUnreadable(),
            new ArchivePresent(),
            new PurposeUnknown(),
            new DuplicateFile(),
            new EncodingUnusual(),
            new LinkEscapes());

    private RuleBook() {}

    /** Every rule. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The rules of those topics. */
    public static List<Rule> of(Set<Topic> topics) {
        return RULES.stream()
                .filter(rule -> topics.contains(rule.info().topic()))
                .toList();
    }
}
