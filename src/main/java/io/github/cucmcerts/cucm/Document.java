package io.github.cucmcerts.cucm;

/** The documents from which the facts come. */
public enum Document {
    TECH_NOTE(
            "document 217138",
            "Create New Certificates from Signed CA Certificates (document 217138)",
            Pages.CALL_MANAGER + "217138-regeneration-of-cucm-ca-signed-certifica.html"),
    TECH_NOTE_2025(
            "document 217138 of 2025",
            "Create New Certificates from Signed CA Certificates (document 217138), 12 November 2025, for 14.x and 15.x",
            Pages.CALL_MANAGER + "217138-regeneration-of-cucm-ca-signed-certifica.html"),
    SELF_SIGNED(
            "document 214231",
            "Regenerate Certificates In Unified Communications Manager (document 214231)",
            Pages.CALL_MANAGER + "214231-certificate-regeneration-process-for-cis.html"),
    MULTI_SERVER_SETUP(
            "document 118731",
            "Setup Unified Communication Cluster (document 118731)",
            Pages.CALL_MANAGER + "118731-configure-san-00.html"),
    REUSE("document 222534", "Implement Reuse of Multi-SAN Tomcat Certificate for CallManager (document 222534)"),
    RENEWAL(
            "document 225746",
            "Troubleshoot Common Issues with Certificate Renewal in CUCM (document 225746)",
            Pages.DOCUMENTS
                    + "unified-communications/unified-communications-manager-version-15/225746-troubleshoot-common-issues-with.html"),
    ADMINISTRATION_GUIDE("Administration Guide 12.5(1)SU3", "Administration Guide 12.5(1)SU3, Manage Certificates"),
    SECURITY_GUIDE_12("Security Guide 12.5(1)SU3", "Security Guide for CUCM Release 12.5(1)SU3, Certificates"),
    SECURITY_GUIDE("Security Guide 14", "Security Guide for CUCM Release 14 and SUs, Certificates"),
    PRESENCE_GUIDE(
            "IM and Presence guide 12.5(1)SU2",
            "Configuration and Administration of IM and Presence 12.5(1)SU2, Configure Certificates"),
    AD_CS("document 215534", "Create Windows CA Certificate Templates for CUCM (document 215534)"),
    CHANGE_NOTIFICATION("document 210541", "CUCM Certificate Management and Change Notification (document 210541)"),
    REMOTE_ACCESS(
            "document 225476",
            "Understand Mobile and Remote Access Certificate Requirements and Apache Traffic Server History (document 225476)",
            Pages.DOCUMENTS
                    + "unified-communications/telepresence-video-communication-server-expressway/225476-understand-mobile-and-remote-access.html"),
    FIELD_NOTICE(
            "Field Notice FN74345",
            "Field Notice FN74345, version 1.2 (clientAuth extended key usage)",
            Pages.DOCUMENTS + "field-notices/743/fn74345.html"),
    FIPS_MODE("Security Guide 12.5(1)SU6", "Security Guide for CUCM Release 12.5(1)SU6, FIPS Mode Setup"),
    DISASTER_RECOVERY("Disaster Recovery guide", "Disaster Recovery System Guide for CUCM, from release 14SU2 on"),
    CONTACT_CENTER("document 118855", "Configure UCCX Solution Certificate Management (document 118855)"),
    RFC_5280("RFC 5280", "RFC 5280", "https://www.rfc-editor.org/rfc/rfc5280"),
    PORTS("System Configuration Guide 14", "System Configuration Guide for CUCM Release 14"),
    PRESENCE_PORTS(
            "Port Usage for IM and Presence 12.5(1)SU3",
            "Port Usage for the IM and Presence Service, Release 12.5(1)SU3"),
    THIS_PLUGIN("this plugin", "cucm-certs-maven-plugin: our own advice, not from a document");

    private static final class Pages {
        static final String DOCUMENTS = "https://www.cisco.com/c/en/us/support/docs/";
        static final String CALL_MANAGER =
                DOCUMENTS + "unified-communications/unified-communications-manager-callmanager/";
    }

    /** What three documents say about changing CallManager and TVS at the same time. */
    public static final String CALL_MANAGER_AND_TVS =
            "document 217138 says never to change both together, in any release; document 214231 limits this to releases 8.x to 11.5, or to clusters whose ITL is signed by CallManager; document 225746 (release 15) still reports that all phones unregistered after CallManager, TVS, and ITL were renewed together";

    private final String label;
    private final String title;
    private final String page;

    Document(String label, String title) {
        this(label, title, "");
    }

    Document(String label, String title, String page) {
        this.label = label;
        this.title = title;
        this.page = page;
    }

    /** A short name, for a line with little room. */
    public String label() {
        return label;
    }

    /** The full title. */
    public String title() {
        return title;
    }

    /** The address of its English page, empty if we do not know it. */
    public String page() {
        return page;
    }

    /**
     * The address of its page in another language, or else in English; empty if we do not know it.
     *
     * @param language a tag, such as {@code zh-TW}
     */
    public String page(String language) {
        return this == TECH_NOTE && language.equals("zh-TW") ? page.replace("/en/us/", "/zh_tw/") : page;
    }
}
