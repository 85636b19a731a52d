package io.github.cucmcerts.rule;

import io.github.cucmcerts.cucm.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a rule is documented.
 *
 * @param document its name and number
 * @param section the section in it
 * @param kind what it documents
 */
public record Source(String document, String section, Kind kind) {
    /** What a document says about breaking the rule. */
    public enum Kind {
        REJECTION,
        REQUIREMENT,
        ADVICE
    }

    public static final String TECH_NOTE = Document.TECH_NOTE.title();
    public static final String ADMINISTRATION_GUIDE = Document.ADMINISTRATION_GUIDE.title();
    public static final String SECURITY_GUIDE = Document.SECURITY_GUIDE.title();
    public static final String MULTI_SERVER = Document.MULTI_SERVER_SETUP.title();
    public static final String PRESENCE_GUIDE = Document.PRESENCE_GUIDE.title();
    public static final String AD_CS = Document.AD_CS.title();
    public static final String FIELD_NOTICE = Document.FIELD_NOTICE.title();
    public static final String SELF_SIGNED = Document.SELF_SIGNED.title();
    public static final String RENEWAL = Document.RENEWAL.title();
    public static final String REMOTE_ACCESS = Document.REMOTE_ACCESS.title();
    public static final String PORTS = Document.PORTS.title();
    public static final String THIS_PLUGIN = "cucm-certs-maven-plugin";
    public static final String RFC_5280 = "RFC 5280";

    /** The documents it names that have a known page, each page once. */
    public List<Document> onTheWeb() {
        Map<String, Document> pages = new LinkedHashMap<>();
        for (Document known : Document.values()) {
            if (!known.page().isEmpty() && document.contains(known.title())) {
                pages.putIfAbsent(known.page(), known);
            }
        }
        return List.copyOf(pages.values());
    }

    @Override
    public String toString() {
        return document + ", " + section;
    }
}
