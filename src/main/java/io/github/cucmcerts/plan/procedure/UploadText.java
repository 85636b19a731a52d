package io.github.cucmcerts.plan.procedure;

import io.github.cucmcerts.cucm.Citation;
import io.github.cucmcerts.cucm.Document;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Words;
import java.util.List;
import java.util.Locale;

/** A text on an upload or a deletion. Its key is its name. */
public enum UploadText {
    HOW(
            "For each upload: Sign in to Cisco Unified OS Administration on the node (on an IM and Presence node: Cisco Unified IM and Presence OS Administration). Go to Security > Certificate Management > Upload Certificate/Certificate chain. Choose the Certificate Purpose, enter a description, choose the step's file, and click Upload. The file is in `uploads/`, the folder next to this runbook (also in `uploads.zip`), and its name begins with the number of the step. Wait for CUCM's message. If it shows an error, see \"If CUCM rejects an upload\". Then click Find in Certificate Management, and compare the certificate that it shows with the values in the step.",
            new Citation(Document.TECH_NOTE, "For every certificate"),
            new Citation(Document.MULTI_SERVER_SETUP, "")),
    UPLOAD_ROOT("On {node}: upload the root as {store}."),
    UPLOAD_INTERMEDIATE("On {node}: upload the intermediate as {store}."),
    UPLOAD_LEAF_TO_STORE("On {node}: upload the leaf as {store}."),
    UPLOAD_LEAF("On {node}, which generated the CSR: upload the certificate as {purpose}."),
    UPLOAD_MULTI_SERVER_LEAF(
            "On {node}, once for all nodes: upload the certificate as {purpose}.",
            new Citation(Document.MULTI_SERVER_SETUP, ""),
            new Citation(Document.ADMINISTRATION_GUIDE, "")),
    REUSE(
            "On {node}: go to Certificate Management > Reuse Certificate. Choose {other} as the Tomcat type. Under Replace Certificate for the following purpose, check {purpose}. Click Finish. Do not upload a certificate as {purpose}: from release 14 on, it can use the certificate of {other}.",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager")),
    ALREADY_THERE("Skip {subject}: {store} already contains it.", new Citation(Document.SECURITY_GUIDE, "")),
    UPLOADED_BEFORE(
            "Skip {subject}: step {step} uploaded it to {store}.", new Citation(Document.ADMINISTRATION_GUIDE, "")),
    DELETE(
            "On {node}: go to Certificate Management > Find, and compare the serial. Delete {subject} from {store}. The certificate to upload becomes valid earlier or at the same time, so the store would keep this one.",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced")),
    BREAKS_PATHS("Its key signed {files}. After this step, CUCM can no longer validate them with this store."),
    NO_SIDE_EFFECT("None. Its key signed nothing else in the directory."),
    SAME_KEY("None. The certificate to upload has the same key."),
    NO_PATH(
            "The directory has no path to a root for this certificate, and the finding is accepted. CUCM accepts the certificate only if the store has its CA certificate.",
            new Citation(Document.TECH_NOTE, "The upload errors")),
    CAPF_OF_ANOTHER_NODE(
            "CUCM uses only the publisher's CAPF certificate. An upload on this node changes nothing.",
            new Citation(Document.TECH_NOTE, "CAPF")),
    ADDED("Adds the certificate. The store has no other certificate with the same name."),
    REPLACES("Replaces the existing certificate with the same name: {deployed}."),
    REFUSED(
            "CUCM rejects the certificate because it has expired. The finding is accepted, so decide now whether to upload it."),
    DISPLACED(
            "A certificate with the same name that becomes valid later replaces it: {other}. The finding is accepted, so decide now whether to upload it."),
    LEAF_REPLACES("Replaces the certificate in use today: {deployed}. The CSR disappears."),
    LEAF_NEW("Replaces the certificate in use today, which deployed/ does not show. The CSR disappears."),
    SUCCESS("`Certificate upload operation successful`, for {nodes}"),
    SUCCESS_WITH_RESTARTS(
            "`Success: Certificate Uploaded`, with a list: a backup; `Cisco Tomcat` on all nodes; `Cisco UDS Tomcat` and `Cisco AXL Tomcat` on the CUCM nodes; `Cisco DRF Master` and `Cisco DRF Local` on the publisher; `Cisco DRF Local` on the other nodes (document 225476). Write down what the screen lists, and do all of it.",
            new Citation(Document.REMOTE_ACCESS, "")),
    SUCCESS_OF_ECDSA(
            "`Success: Certificate Uploaded`, with a list of restarts. Document 225476 shows this message for the tomcat certificate. Write down what the screen lists, and do all of it.",
            new Citation(Document.REMOTE_ACCESS, "")),
    STORES_ASSUMED(Shared.ASSUMED, new Citation(Document.TECH_NOTE, "A trust certificate is not replaced")),
    STORES_ASSUMED_FROM_14(
            Shared.ASSUMED + " The goal `snapshot` reads the content of the trust stores from the nodes.",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced")),
    STORES_KNOWN(
            "This is in the trust stores, so there is nothing to check. Source: {exports}.",
            new Citation(Document.TECH_NOTE, "A trust certificate is not replaced")),
    STORE_CONTAINS("contains {subject} ({certificate})"),
    STORE_LACKS("no certificate with one of these names: {names}"),
    STORE_LACKS_OTHERS("no other certificate with one of these names: {names}"),
    SIBLING_STAYS(
            "{sibling} keeps its current certificate. It is a separate certificate with its own CSR.",
            new Citation(Document.SECURITY_GUIDE, "")),
    NO_FILES(
            "`uploads/` has no files for these upload sets. The reasons are listed here. A blocked set that is not listed here has steps and files: this runbook itself solves its problem, with a deletion or a second change window."),
    DELETION_NEEDED(
            "This upload would remove {subject} from {store}, but {other} needs it. The store cannot contain all the certificates that are needed."),
    NOT_REUSABLE(
            "It is the certificate of {other}. From release 14 on, CUCM can also use that certificate for CallManager if it is a multi-server certificate, after Tomcat has it.",
            new Citation(Document.REUSE, "Reuse Tomcat Certificate for CallManager")),
    NO_PURPOSE("Its purpose is unknown, so no document says where to upload it."),
    NOT_CA_SIGNED("No document describes how to upload a CA-signed certificate for this purpose."),
    SAME_CERTIFICATE(
            "It is also the certificate of {other}. One upload is enough: the one for {other}, on the node that generated the CSR.");

    private static final class Shared {
        static final String ASSUMED =
                "For each line, go to Certificate Management of the node that the line names. If the line names no node, go to the publisher. Check that the line is true: this runbook assumes it. If a line is wrong, stop, correct deployed/, and run `plan` again. If the store has a certificate with the same name that becomes valid later than the one to upload, or at the same time, CUCM keeps that certificate, and the upload changes nothing.";
    }

    private final String english;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Citation> sources;

    UploadText(String english, Citation... sources) {
        this.english = english;
        this.sources = List.of(sources);
    }

    public String key() {
        return "plan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Backquotes mark what people type or see on a screen, {@code {name}} is replaced with evidence. */
    public String english() {
        return english;
    }

    public List<Citation> sources() {
        return sources;
    }

    /** The text with the evidence filled in: the name of a place, its value, the next name, and so on. */
    public Words words(Language language, Object... evidence) {
        return language.words(key(), english, evidence);
    }
}
