package io.github.cucmcerts.rule.chain;

import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.path.Chain;
import io.github.cucmcerts.rule.Context;
import io.github.cucmcerts.rule.Findings;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.SetRule;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.rule.Source;
import io.github.cucmcerts.rule.Topic;
import io.github.cucmcerts.upload.UploadSet;

/** An issuer is missing from the trust store. */
public final class CaNotInTrustStore implements SetRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "ca-not-in-trust-store", Topic.CHAIN, Severity.ERROR, "An issuer is missing from the trust store")
            .message(
                    "the issuer of {child} is neither offered nor deployed to {store}: {issuer}[; it lies at {elsewhere}]")
            .cucm("CA certificate is not available in the trust-store")
            .rationale(
                    "Root and intermediates go up to the purpose's trust store before the certificate; without them CUCM refuses it.")
            .causes(
                    "The certificate of the issuer lies at {elsewhere}, which is not offered to this trust store",
                    "The CA's certificate was not put into the repository")
            .remedy(
                    "[Copy {elsewhere} into the folder of this set, or into a folder ca above it. ]Get the missing CA certificate from the CA, put it beside the certificate, and upload it as {store} first")
            .source(
                    Source.TECH_NOTE,
                    "Troubleshoot: CA certificate is not available in the trust store",
                    Source.Kind.REJECTION);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(UploadSet set, Context context, Findings findings) {
        set.leaf()
                .ifPresent(leaf -> context.chain(set)
                        .filter(Chain.IssuerMissing.class::isInstance)
                        .map(Chain.IssuerMissing.class::cast)
                        .ifPresent(chain -> findings.on(leaf)
                                .with("child", chain.child().origin().file())
                                .with("store", set.purpose().trustStore())
                                .with("issuer", chain.child().issuer().toString())
                                .with(
                                        "elsewhere",
                                        context.inventory()
                                                .objects(Certificate.class)
                                                .filter(certificate -> certificate
                                                                .subject()
                                                                .equals(chain.child()
                                                                        .issuer())
                                                        && !certificate.equals(chain.child())
                                                        && set.stores().stream()
                                                                .noneMatch(store -> store.certificates()
                                                                        .contains(certificate))
                                                        && context.signatures()
                                                                .signed(certificate.key(), chain.child()))
                                                .map(certificate ->
                                                        certificate.origin().file())
                                                .distinct()
                                                .limit(5)
                                                .toList())
                                .report()));
    }
}
