package io.github.cucmcerts.cucm;

/** The documents that facts are taken from. */
public enum Document {
    TECH_NOTE("document 217138", "Create New Certificates from Signed CA Certificates (document 217138)"),
    TECH_NOTE_2025(
            "document 217138 of 2025",
            "Create New Certificates from Signed CA Certificates (document 217138), 12 November 2025, for 14.x and 15.x"),
    SELF_SIGNED("document 214231", "Regenerate Certificates In Unified Communications Manager (document 214231)"),
    MULTI_SERVER_SETUP("document 118731", "Setup Unified Communication Cluster (document 118731)"),
    REUSE("document 222534", "Implement Reuse of Multi-SAN Tomcat Certificate for CallManager (document 222534)"),
    RENEWAL("document 225746", "Troubleshoot Common Issues with Certificate Renewal in CUCM (document 225746)"),
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
            "Understand Mobile and Remote Access Certificate Requirements and Apache Traffic Server History (document 225476)"),
    FIELD_NOTICE("Field Notice FN74345", "Field Notice FN74345, version 1.2 (clientAuth extended key usage)"),
    PORTS("System Configuration Guide 14", "System Configuration Guide for CUCM Release 14, TCP and UDP Port Usage"),
    PRESENCE_PORTS(
            "Port Usage for IM and Presence 12.5(1)SU3",
            "Port Usage for the IM and Presence Service, Release 12.5(1)SU3"),
    THIS_PLUGIN("this plugin", "cucm-certs-maven-plugin: our advice, not a document's");

    /** What the three documents say of changing CallManager and TVS at once. */
    public static final String CALL_MANAGER_AND_TVS =
            "document 217138 says never to change both together, whatever the release; document 214231 limits it to releases 8.x to 11.5, or where the ITL is signed by CallManager; document 225746 (release 15) still reports all phones unregistered after both were renewed";

    private final String label;
    private final String title;

    Document(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** A short name, for a line that has little room. */
    public String label() {
        return label;
    }

    /** The whole title. */
    public String title() {
        return title;
    }
}
