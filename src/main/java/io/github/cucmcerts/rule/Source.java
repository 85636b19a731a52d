package io.github.cucmcerts.rule;

/**
 * Where a rule is documented.
 *
 * @param document its name and number
 * @param section the section in it
 * @param kind what it documents
 */
public record Source(String document, String section, Kind kind) {
    /** What a document says of the breach of a rule. */
    public enum Kind {
        REJECTION,
        REQUIREMENT,
        ADVICE
    }

    public static final String TECH_NOTE = "Create New Certificates from Signed CA Certificates (document 217138)";
    public static final String ADMINISTRATION_GUIDE = "Administration Guide 12.5(1)SU3, Manage Certificates";
    public static final String SECURITY_GUIDE = "Security Guide for CUCM Release 14 and SUs, Certificates";
    public static final String MULTI_SERVER = "Setup Unified Communication Cluster (document 118731)";
    public static final String PRESENCE_GUIDE =
            "Configuration and Administration of IM and Presence 12.5(1)SU2, Configure Certificates";
    public static final String FIELD_NOTICE = "Field Notice FN74345, version 1.2 (clientAuth extended key usage)";
    public static final String SELF_SIGNED =
            "Regenerate Certificates In Unified Communications Manager (document 214231)";
    public static final String RENEWAL =
            "Troubleshoot Common Issues with Certificate Renewal in CUCM (document 225746)";
    public static final String THIS_PLUGIN = "cucm-certs-maven-plugin";
    public static final String RFC_5280 = "RFC 5280";

    @Override
    public String toString() {
        return document + ", " + section;
    }
}
