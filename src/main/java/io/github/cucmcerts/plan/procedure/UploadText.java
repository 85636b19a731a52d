package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.text.TextTemplate;
import io.github.cucmcerts.text.Words;
import java.util.List;
import java.util.Map;

/**
 * A text on an upload or a deletion.
 *
 * @param text backquotes mark what people type or see on a screen, {@code {name}} is replaced with evidence
 */
public record UploadText(String text, List<Citation> sources) {
    public static final UploadText HOW = of(
            "For each upload: Sign in to Cisco Unified OS Administration on the node (on an IM and Presence node: Cisco Unified IM and Presence OS Administration). Go to Security > Certificate Management > Upload Certificate/Certificate chain. Choose the Certificate Purpose, enter a description, choose the step's file, and click Upload. The file is in `uploads/`, the folder next to this runbook (also in `uploads.zip`), and its name begins with the number of the step. Wait for CUCM's message. If it shows an error, see \"If CUCM rejects an upload\". Then click Find in Certificate Management, and compare the certificate that it shows with the values in the step.",
            new Citation(Document.TECH_NOTE, "For every certificate"),
            new Citation(Document.MULTI_SERVER_SETUP, ""));
    public static final UploadText UPLOAD_AUTHORITY = of("On {node}: upload the {role} as {store}.");
    public static final UploadText UPLOAD_LEAF =
            of("On {node}, which generated the CSR: upload the certificate as {purpose}.");
    public static final UploadText UPLOAD_MULTI_SERVER_LEAF = of(
            "On {node}, once for all nodes: upload the certificate as {purpose}.",
            new Citation(Document.MULTI_SERVER_SETUP, ""),
            new Citation(Document.ADMINISTRATION_GUIDE, ""));
    public static final UploadText REUSE = of(
            "On {node}: go to Certificate Management > Reuse Certificate. Choose {other} as the Tomcat type. Under Replace Certificate for the following purpose, check {purpose}. Click Finish. Do not upload a certificate as {purpose}: from release 14 on, it can use the certificate of {other}.",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager"));
    public static final UploadText ALREADY_THERE =
            of("Skip {subject}: {store} already contains it.", new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText UPLOADED_BEFORE =
            of("Skip {subject}: step {step} uploaded it to {store}.", new Citation(Document.ADMINISTRATION_GUIDE, ""));
    public static final UploadText DELETE = of(
            "On {node}: go to Certificate Management > Find, and compare the serial. Delete {subject} from {store}. The certificate to upload becomes valid earlier or at the same time, so the store would keep this one.",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText BREAKS_PATHS =
            of("Its key signed {files}. After this step, CUCM can no longer validate them with this store.");
    public static final UploadText NO_SIDE_EFFECT = of("None. Its key signed nothing else in the directory.");
    public static final UploadText SAME_KEY = of("None. The certificate to upload has the same key.");
    public static final UploadText NO_PATH = of(
            "The directory has no path to a root for this certificate, and the finding is accepted. CUCM accepts the certificate only if the store has its CA certificate.",
            new Citation(Document.TECH_NOTE, "The upload errors"));
    public static final UploadText CAPF_OF_ANOTHER_NODE = of(
            "CUCM uses only the publisher's CAPF certificate. An upload on this node changes nothing.",
            new Citation(Document.TECH_NOTE, "CAPF"));
    public static final UploadText ADDED =
            of("Adds the certificate. The store has no other certificate with the same name.");
    public static final UploadText REPLACES = of("Replaces the existing certificate with the same name: {deployed}.");
    public static final UploadText REFUSED = of(
            "CUCM rejects the certificate because it has expired. The finding is accepted, so decide now whether to upload it.");
    public static final UploadText DISPLACED = of(
            "A certificate with the same name that becomes valid later replaces it: {other}. The finding is accepted, so decide now whether to upload it.");
    public static final UploadText LEAF_REPLACES =
            of("Replaces the certificate in use today: {deployed}. The CSR disappears.");
    public static final UploadText LEAF_NEW =
            of("Replaces the certificate in use today, which deployed/ does not show. The CSR disappears.");
    public static final UploadText SUCCESS = of("`Certificate upload operation successful`, for {nodes}");
    public static final UploadText SUCCESS_WITH_RESTARTS = of(
            "`Success: Certificate Uploaded`, with a list: a backup; `Cisco Tomcat` on all nodes; `Cisco UDS Tomcat` and `Cisco AXL Tomcat` on the CUCM nodes; `Cisco DRF Master` and `Cisco DRF Local` on the publisher; `Cisco DRF Local` on the other nodes (document 225476). Write down what the screen lists, and do all of it.",
            new Citation(Document.REMOTE_ACCESS, ""));
    public static final UploadText SUCCESS_OF_ECDSA = of(
            "`Success: Certificate Uploaded`, with a list of restarts. Document 225476 shows this message for the tomcat certificate. Write down what the screen lists, and do all of it.",
            new Citation(Document.REMOTE_ACCESS, ""));
    private static final String ASSUMED =
            "For each line, go to Certificate Management of the node that the line names. If the line names no node, go to the publisher. Check that the line is true: this runbook assumes it. If a line is wrong, stop, correct deployed/, and run `plan` again. If the store has a certificate with the same name that becomes valid later than the one to upload, or at the same time, CUCM keeps that certificate, and the upload changes nothing.";
    public static final UploadText STORES_ASSUMED =
            of(ASSUMED, new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText STORES_ASSUMED_FROM_14 = of(
            ASSUMED + " The goal `snapshot` reads the content of the trust stores from the nodes.",
            STORES_ASSUMED.sources().get(0));
    public static final UploadText STORES_KNOWN = of(
            "This is in the trust stores, so there is nothing to check. Source: {exports}.",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced"));
    public static final UploadText STORE_CONTAINS = of("contains {subject} ({certificate})");
    public static final UploadText STORE_LACKS = of("no certificate with one of these names: {names}");
    public static final UploadText STORE_LACKS_OTHERS = of("no other certificate with one of these names: {names}");
    public static final UploadText SIBLING_STAYS = of(
            "{sibling} keeps its current certificate. It is a separate certificate with its own CSR.",
            new Citation(Document.SECURITY_GUIDE, ""));
    public static final UploadText NO_FILES = of(
            "`uploads/` has no files for these upload sets. The reasons are listed here. A blocked set that is not listed here has steps and files: this runbook itself solves its problem, with a deletion or a second change window.");
    public static final UploadText DELETION_NEEDED = of(
            "This upload would remove {subject} from {store}, but {other} needs it. The store cannot contain all the certificates that are needed.");
    public static final UploadText NOT_REUSABLE = of(
            "It is the certificate of {other}. From release 14 on, CUCM can also use that certificate for CallManager if it is a multi-server certificate, after Tomcat has it.",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager"));
    public static final UploadText NO_PURPOSE = of("Its purpose is unknown, so no document says where to upload it.");
    public static final UploadText NOT_CA_SIGNED =
            of("No document describes how to upload a CA-signed certificate for this purpose.");
    public static final UploadText SAME_CERTIFICATE = of(
            "It is also the certificate of {other}. One upload is enough: the one for {other}, on the node that generated the CSR.");

    public Words words() {
        return words(Map.of());
    }

    /** The text with the evidence filled in. */
    public Words words(Map<String, Words> evidence) {
        return TextTemplate.of(text).filled(evidence);
    }

    private static UploadText of(String text, Citation... sources) {
        return new UploadText(text, List.of(sources));
    }
}
