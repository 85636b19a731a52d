package io.github.cucmcerts.rule;

import io.github.cucmcerts.rule.chain.CaNotInTrustStore;
import io.github.cucmcerts.rule.chain.CertificateUnused;
import io.github.cucmcerts.rule.chain.ChainBundled;
import io.github.cucmcerts.rule.chain.EcdsaSiblingLeft;
import io.github.cucmcerts.rule.chain.IssuerSignatureInvalid;
import io.github.cucmcerts.rule.chain.LeafIsCa;
import io.github.cucmcerts.rule.chain.LeafSelfSigned;
import io.github.cucmcerts.rule.chain.PathInvalid;
import io.github.cucmcerts.rule.chain.PathSearchExhausted;
import io.github.cucmcerts.rule.chain.RoleMisnamed;
import io.github.cucmcerts.rule.change.CallManagerWithTvs;
import io.github.cucmcerts.rule.change.CapfOnSubscriber;
import io.github.cucmcerts.rule.csrmatch.CsrMissing;
import io.github.cucmcerts.rule.csrmatch.CsrNotUnique;
import io.github.cucmcerts.rule.csrmatch.CsrPublicKeyMismatch;
import io.github.cucmcerts.rule.csrmatch.CsrSignatureInvalid;
import io.github.cucmcerts.rule.csrmatch.CsrSubjectMismatch;
import io.github.cucmcerts.rule.csrmatch.CsrSubjectReduced;
import io.github.cucmcerts.rule.csrmatch.CsrSuperseded;
import io.github.cucmcerts.rule.csrmatch.KeyShared;
import io.github.cucmcerts.rule.csrmatch.LeafAmbiguous;
import io.github.cucmcerts.rule.csrmatch.NodeMismatch;
import io.github.cucmcerts.rule.csrmatch.PairSuperseded;
import io.github.cucmcerts.rule.csrmatch.SetOverlooked;
import io.github.cucmcerts.rule.csrmatch.SlotContested;
import io.github.cucmcerts.rule.deployed.ExportNodeMissing;
import io.github.cucmcerts.rule.deployed.ExportOfOtherCluster;
import io.github.cucmcerts.rule.deployed.ExportOld;
import io.github.cucmcerts.rule.deployed.ExportUnassigned;
import io.github.cucmcerts.rule.files.ArchivePresent;
import io.github.cucmcerts.rule.files.DuplicateFile;
import io.github.cucmcerts.rule.files.EncodingUnusual;
import io.github.cucmcerts.rule.files.FileUnreadable;
import io.github.cucmcerts.rule.files.KeystorePresent;
import io.github.cucmcerts.rule.files.LinkEscapes;
import io.github.cucmcerts.rule.files.NodeMistyped;
import io.github.cucmcerts.rule.files.PrivateKeyPresent;
import io.github.cucmcerts.rule.files.PurposeMistyped;
import io.github.cucmcerts.rule.files.PurposeUnknown;
import io.github.cucmcerts.rule.keyusage.CapfConstraints;
import io.github.cucmcerts.rule.keyusage.CapfPathLength;
import io.github.cucmcerts.rule.keyusage.CriticalExtension;
import io.github.cucmcerts.rule.keyusage.EcHashWeak;
import io.github.cucmcerts.rule.keyusage.EnciphermentUsageMissing;
import io.github.cucmcerts.rule.keyusage.ExtendedKeyUsageMissing;
import io.github.cucmcerts.rule.keyusage.FipsSignature;
import io.github.cucmcerts.rule.keyusage.KeySize;
import io.github.cucmcerts.rule.keyusage.KeyTooLarge;
import io.github.cucmcerts.rule.keyusage.KeyTypeMismatch;
import io.github.cucmcerts.rule.keyusage.KeyUsageMissing;
import io.github.cucmcerts.rule.keyusage.KeyUsageNotRequested;
import io.github.cucmcerts.rule.keyusage.MultiServerUnsupported;
import io.github.cucmcerts.rule.keyusage.PurposeNotCaSigned;
import io.github.cucmcerts.rule.keyusage.SignatureNotRsa;
import io.github.cucmcerts.rule.keyusage.WeakSignature;
import io.github.cucmcerts.rule.san.IdentityChanges;
import io.github.cucmcerts.rule.san.NodeNotNamed;
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
import io.github.cucmcerts.rule.san.XmppDomainMissing;
import io.github.cucmcerts.rule.served.ServedChainIncomplete;
import io.github.cucmcerts.rule.served.ServedDiffers;
import io.github.cucmcerts.rule.served.ServedExpired;
import io.github.cucmcerts.rule.served.ServedNotSeen;
import io.github.cucmcerts.rule.served.ServedUnreachable;
import io.github.cucmcerts.rule.truststore.TrustCertificateExpired;
import io.github.cucmcerts.rule.truststore.TrustCertificateKept;
import io.github.cucmcerts.rule.truststore.TrustCertificateNotTaken;
import io.github.cucmcerts.rule.truststore.TrustCertificateReplaces;
import io.github.cucmcerts.rule.truststore.TrustCnConflict;
import io.github.cucmcerts.rule.truststore.TrustCnShared;
import io.github.cucmcerts.rule.truststore.TrustReplacementOrphans;
import io.github.cucmcerts.rule.validity.CertificateExpired;
import io.github.cucmcerts.rule.validity.CertificateExpiresSoon;
import io.github.cucmcerts.rule.validity.CertificateNotYetValid;
import io.github.cucmcerts.rule.validity.DeployedExpiresSoon;
import io.github.cucmcerts.rule.validity.OutlivesIssuer;
import io.github.cucmcerts.rule.validity.ValidityEncoding;
import io.github.cucmcerts.rule.validity.ValidityTooLong;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All rules, in the order in which findings are reported: the order of the documentation, except that what cannot be
 * undone comes first. A new rule is one more line here.
 */
public final class RuleBook {
    private static final List<Rule> RULES = List.of(
            new CallManagerWithTvs(),
            new CsrMissing(),
            new CsrNotUnique(),
            new PairSuperseded(),
            new CsrSuperseded(),
            new CsrSignatureInvalid(),
            new CsrPublicKeyMismatch(),
            new SlotContested(),
            new NodeMismatch(),
            new SetOverlooked(),
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
            new NodeNotNamed(),
            new XmppDomainMissing(),
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
            new EcdsaSiblingLeft(),
            new TrustCertificateExpired(),
            new TrustCertificateKept(),
            new TrustCnConflict(),
            new TrustCertificateNotTaken(),
            new TrustCertificateReplaces(),
            new TrustCnShared(),
            new TrustReplacementOrphans(),
            new CertificateExpired(),
            new CertificateNotYetValid(),
            new CertificateExpiresSoon(),
            new OutlivesIssuer(),
            new ValidityTooLong(),
            new ValidityEncoding(),
            new DeployedExpiresSoon(),
            new KeyUsageMissing(),
            new EnciphermentUsageMissing(),
            new ExtendedKeyUsageMissing(),
            new KeyUsageNotRequested(),
            new KeyTypeMismatch(),
            new KeySize(),
            new KeyTooLarge(),
            new EcHashWeak(),
            new WeakSignature(),
            new FipsSignature(),
            new SignatureNotRsa(),
            new CapfConstraints(),
            new CapfPathLength(),
            new MultiServerUnsupported(),
            new PurposeNotCaSigned(),
            new CriticalExtension(),
            new PrivateKeyPresent(),
            new KeystorePresent(),
            new FileUnreadable(),
            new ArchivePresent(),
            new PurposeUnknown(),
            new DuplicateFile(),
            new EncodingUnusual(),
            new LinkEscapes(),
            new PurposeMistyped(),
            new NodeMistyped(),
            new ExportUnassigned(),
            new ExportOfOtherCluster(),
            new ExportNodeMissing(),
            new ExportOld(),
            new CapfOnSubscriber(),
            new ServedDiffers(),
            new ServedUnreachable(),
            new ServedExpired(),
            new ServedChainIncomplete(),
            new ServedNotSeen());

    private RuleBook() {}

    public static List<Rule> rules() {
        return RULES;
    }

    /** The texts of every rule, including the rules about the check itself, ordered by topic. */
    public static List<RuleInfo> catalogue() {
        return Stream.concat(RULES.stream().map(Rule::info), EngineRules.all().stream())
                .sorted(Comparator.comparing(RuleInfo::topic))
                .toList();
    }

    /** The rules of those topics. */
    public static List<Rule> of(Set<Topic> topics) {
        return RULES.stream()
                .filter(rule -> topics.contains(rule.info().topic()))
                .toList();
    }
}
