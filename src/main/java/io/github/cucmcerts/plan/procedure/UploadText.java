package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import java.util.List;
import java.util.Map;

/**
 * What is said of an upload, or a deletion.
 *
 * @param text backquotes mark what is typed or seen on a screen, {@code {name}} stands for evidence
 */
public record UploadText(String text, List<Citation> sources) {
    public static final UploadText HOW = of(
            "Each upload: sign in to the node, Cisco Unified OS Administration (on an IM and Presence node: Cisco Unified IM and Presence OS Administration), and go to Security > Certificate Management > Upload Certificate/Certificate chain; choose the purpose, set a description, choose the file. Compare with the screen what the step tells, and wait for CUCM's message",
            new Citation(Document.TECH_NOTE, "For every certificate"),
            new Citation(Document.MULTI_SERVER_SETUP, ""));
    public static final UploadText UPLOAD_AUTHORITY = of("On {node}: upload the {role} as {store}");
    public static final UploadText UPLOAD_LEAF =
            of("On {node}, which made the CSR: upload the certificate as {purpose}");
    public static final UploadText UPLOAD_MULTI_SERVER_LEAF = of(
            "On {node}, once for all nodes: upload the certificate as {purpose}",
            new Citation(Document.MULTI_SERVER_SETUP, ""),
            new Citation(Document.ADMINISTRATION_GUIDE, ""));
    public static final UploadText REUSE = of(
            "On {node}: Certificate Management > Reuse Certificate: choose {other}, and check {purpose} as the certificate to replace. Nothing is uploaded as {purpose}: it is the certificate of {other} (from release 14 on)",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager"));
    public static final UploadText ALREADY_THERE =
            of("Skip {subject}: {store} holds it already", new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText UPLOADED_BEFORE = of(
            "Skip {subject}: step {step} has uploaded it to {store}", new Citation(Document.ADMINISTRATION_GUIDE, ""));
    public static final UploadText DELETE = of(
            "On {node}: delete {subject} from {store}: Certificate Management > Find, and compare the serial. The one to upload starts earlier or at the same time, and the store would keep this one",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText DELETION_HITS =
            of("its key signed {files}: where this store is asked for their path there is none from then on");
    public static final UploadText DELETION_HITS_NOTHING =
            of("nothing; the directory has nothing else that its key signed");
    public static final UploadText DELETION_SAME_KEY = of("nothing: the certificate to upload has the same key");
    public static final UploadText NO_PATH = of(
            "no path to a root was found here, and that is accepted: CUCM takes the certificate only if the store has its CA",
            new Citation(Document.TECH_NOTE, "The upload errors"));
    public static final UploadText CAPF_OF_ANOTHER_NODE = of(
            "CAPF's certificate is used on the publisher alone: this one changes nothing",
            new Citation(Document.TECH_NOTE, "CAPF"));
    public static final UploadText ADDED = of("added; the store has none of its name");
    public static final UploadText REPLACES = of("takes the place of the one of its name: {deployed}");
    public static final UploadText REFUSED = of("CUCM refuses it as expired. The finding is accepted, so decide here");
    public static final UploadText DISPLACED = of(
            "{other}, which is of its name and starts later, takes its place. The finding is accepted, so decide here");
    public static final UploadText LEAF_REPLACES =
            of("takes the place of what is in use today: {deployed}; the CSR disappears");
    public static final UploadText LEAF_NEW =
            of("takes the place of what is in use today, of which deployed/ does not tell; the CSR disappears");
    public static final UploadText SUCCESS = of("`Certificate upload operation successful`, for {nodes}");
    public static final UploadText SUCCESS_WITH_RESTARTS = of(
            "newer versions say `Success: Certificate Uploaded` and list restarts (document 225476). Do all that the screen lists, also what is not under After, such as `Cisco DRF Master`, `Cisco DRF Local` or `Cisco UDS Tomcat`",
            new Citation(Document.REMOTE_ACCESS, ""));
    public static final UploadText SEVERAL = of(
            "the file holds {count} objects, and no document says what CUCM makes of that: take out the one to upload",
            new Citation(Document.THIS_PLUGIN, ""));
    public static final UploadText PKCS7 = of(
            "the file is PKCS#7. The Administration Guide takes it in Base64, one sentence of the Security Guides takes PEM and DER only, so take out the one to upload",
            new Citation(Document.ADMINISTRATION_GUIDE, ""),
            new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText ENCODING = of(
            "the file is written with {encoding}; CUCM takes plain PEM and DER",
            new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText STORE_HOLDS = of(
            "These trust stores hold what deployed/ tells: look at Certificate Management, and compare",
            new Citation(Document.THIS_PLUGIN, ""));
    public static final UploadText STORE_LACKS = of(
            "No other certificate named {names} is in these trust stores, as deployed/ tells: look at Certificate Management. If there is one, put it into deployed/ and write this plan again",
            new Citation(Document.THIS_PLUGIN, ""));
    public static final UploadText STORE_UNKNOWN = of(
            "No other certificate named {names} is in these trust stores. That is assumed, for deployed/ does not tell: look at Certificate Management. If there is one, put it into deployed/ and write this plan again, for a store would keep it if it starts at the same time as the one to upload, or later",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText STORE_EXPORTED = of(
            "No other certificate named {names} is in these trust stores, as exported in {exports}",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText STORE_SHOWS = of(
            "These trust stores hold this, as exported in {exports}: look at Certificate Management, and compare",
            new Citation(Document.THIS_PLUGIN, ""));
    public static final UploadText SIBLING_STAYS = of(
            "{sibling} keeps the certificate that it has: it is one of its own, with a CSR of its own",
            new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText DELETION_NEEDED =
            of("{store} would have to give up {subject}, which {other} needs; it can't hold all that is needed");
    public static final UploadText NOT_REUSABLE = of(
            "it is the certificate of {other}: CUCM can use that for CallManager from release 14 on, if it is one for several nodes, and once Tomcat has it",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager"));
    public static final UploadText NO_PURPOSE = of("no purpose is known for it, so no document tells where it goes");
    public static final UploadText NOT_CA_SIGNED =
            of("no document tells how a CA-signed certificate of this purpose goes up");
    public static final UploadText SAME_CERTIFICATE =
            of("it is the certificate of {other}, and goes up there, once, on the node that made the CSR");

    public Words words() {
        return words(Map.of());
    }

    /** The text with the evidence in it. */
    public Words words(Map<String, Words> evidence) {
        return TextTemplate.of(text).filled(evidence);
    }

    private static UploadText of(String text, Citation... sources) {
        return new UploadText(text, List.of(sources));
    }
}
