package io.github.cucmcerts.cucm;

import static io.github.cucmcerts.cucm.Circumstance.MIXED_MODE;
import static io.github.cucmcerts.cucm.Circumstance.NOT_REUSED;
import static io.github.cucmcerts.cucm.Circumstance.REUSED;
import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.REUSE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE;
import static io.github.cucmcerts.cucm.Document.SECURITY_GUIDE_12;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE_2025;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER;
import static io.github.cucmcerts.cucm.Purpose.CALL_MANAGER_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CAPF;
import static io.github.cucmcerts.cucm.Purpose.CUP;
import static io.github.cucmcerts.cucm.Purpose.CUP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S;
import static io.github.cucmcerts.cucm.Purpose.CUP_XMPP_S2S_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.IPSEC;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT;
import static io.github.cucmcerts.cucm.Purpose.TOMCAT_ECDSA;
import static io.github.cucmcerts.cucm.Purpose.TVS;
import static io.github.cucmcerts.cucm.Where.ALL_NODES;
import static io.github.cucmcerts.cucm.Where.CALL_MANAGER_NODES;
import static io.github.cucmcerts.cucm.Where.CHANGED;
import static io.github.cucmcerts.cucm.Where.PRESENCE_NODES;
import static io.github.cucmcerts.cucm.Where.PRESENCE_PUBLISHER;
import static io.github.cucmcerts.cucm.Where.PUBLISHER;

import java.util.List;

/**
 * What follows the uploads of a purpose: the CTL file, services, phones.
 *
 * <p>Below release 14: document 217138 as it was for 10.x to 12.x; for 12.5 also the Security Guide 12.5(1)SU3. From release
 * 14 on: Security Guide 14, Certificate Names and Descriptions. IM and Presence, for both: Configuration and Administration
 * of IM and Presence 12.5(1)SU2, Upload Certificates to IM and Presence Service.
 */
final class Restarts {
    private static final String NETWORK_SERVICES =
            "Cisco Unified Serviceability > Tools > Control Center - Network Services";
    private static final String FEATURE_SERVICES =
            "Cisco Unified Serviceability > Tools > Control Center - Feature Services";
    private static final String ONE_AT_A_TIME = ", the publisher first, then one node after the other";
    private static final String WHERE_IT_RUNS = " where it runs" + ONE_AT_A_TIME + ": ";

    static final List<Instruction> ALL = List.of(
            trusted(
                            "The CA certificates go to other clusters: `utils service restart Cisco Intercluster Sync Agent`. If there are intercluster peers go on when the System Troubleshooter of each says that certificates were exchanged")
                    .on(PRESENCE_PUBLISHER)
                    .source(PRESENCE_GUIDE, "Install Certificate Authority on IM and Presence Service"),

            // tomcat
            after("`utils service restart Cisco Tomcat`" + ONE_AT_A_TIME
                            + "; go on to the next when the node's page opens again")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CHANGED)
                    .before("14")
                    .source(TECH_NOTE, "tomcat"),
            after("Restart `Cisco TFTP`" + WHERE_IT_RUNS + FEATURE_SERVICES
                            + ". It goes on with the former Tomcat certificate until then")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CALL_MANAGER_NODES)
                    .from("12.5")
                    .before("14")
                    .source(SECURITY_GUIDE_12, ""),
            after("Where SIP OAuth is used: restart `Cisco CallManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CALL_MANAGER_NODES)
                    .from("12.5")
                    .before("14")
                    .source(SECURITY_GUIDE_12, ""),
            after("`utils service restart Cisco Tomcat`" + ONE_AT_A_TIME
                            + "; go on to the next when the node's page opens again")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CHANGED)
                    .from("14")
                    .source(TECH_NOTE_2025, "Tomcat Certificate")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Where single sign-on or OAuth is used: `utils service restart Cisco SSOSP Tomcat`" + ONE_AT_A_TIME)
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CHANGED)
                    .from("15")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            after("Restart `Cisco Intercluster Lookup Service`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(TOMCAT)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco Location Bandwidth Manager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(TOMCAT)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco DRF Master`: " + NETWORK_SERVICES)
                    .of(TOMCAT)
                    .on(PUBLISHER)
                    .from("14")
                    .before("14SU2")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco DRF Local`" + ONE_AT_A_TIME + ": " + NETWORK_SERVICES)
                    .of(TOMCAT)
                    .on(ALL_NODES)
                    .from("14")
                    .before("14SU2")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco DRF Master`: " + NETWORK_SERVICES)
                    .of(TOMCAT_ECDSA)
                    .on(PUBLISHER)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco DRF Local`" + ONE_AT_A_TIME + ": " + NETWORK_SERVICES)
                    .of(TOMCAT_ECDSA)
                    .on(ALL_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco Extension Mobility`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(TOMCAT)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("`utils service restart Cisco UDS Tomcat`" + ONE_AT_A_TIME)
                    .of(TOMCAT_ECDSA)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("`utils service restart Cisco AXL Tomcat`" + ONE_AT_A_TIME)
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),

            // trust stores
            after(
                            "The CA certificates that went to CAPF-trust are in CallManager-trust as well; if not, upload the same files there. The Administration Guide says in one section that CUCM copies them, in another that you do")
                    .of(CAPF)
                    .on(PUBLISHER)
                    .source(ADMINISTRATION_GUIDE, ""),

            // CTL file
            after(
                            "Update the CTL file before any restart. Without tokens: `utils ctl update CTLFile` on the publisher. With tokens: the CTL client and the tokens that it was made with")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .when(MIXED_MODE, NOT_REUSED)
                    .on(PUBLISHER)
                    .before("14")
                    .source(TECH_NOTE, "CallManager and CAPF"),
            after(
                            "Update the CTL file before any restart. Without tokens: `utils ctl update CTLFile` on the publisher. With tokens: they are supported before 14SU3, but the CTL client is not from 14 on")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .when(MIXED_MODE, NOT_REUSED)
                    .on(PUBLISHER)
                    .from("14")
                    .before("14SU3")
                    .source(TECH_NOTE_2025, "CallManager and CAPF")
                    .source(SELF_SIGNED, "ITL and CTL"),
            after(
                            "Update the CTL file before any restart: `utils ctl update CTLFile` on the publisher. There are no tokens from 14SU3 on")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF)
                    .when(MIXED_MODE, NOT_REUSED)
                    .on(PUBLISHER)
                    .from("14SU3")
                    .source(TECH_NOTE_2025, "CallManager and CAPF")
                    .source(SELF_SIGNED, "ITL and CTL"),

            // CallManager
            after("Restart `Cisco Trust Verification Service`" + WHERE_IT_RUNS + NETWORK_SERVICES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CallManager"),
            after("Restart `Cisco TFTP`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CallManager"),
            after("Restart `Cisco CallManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CallManager"),
            after("Restart `Cisco CTIManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CallManager"),
            after("Restart `Cisco CallManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .before("14SU1")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco CallManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("Restart `Cisco CTIManager`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .before("14SU1")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after("`utils service restart Cisco HAProxy`" + ONE_AT_A_TIME)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(NOT_REUSED)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions")
                    .source(SELF_SIGNED, "CallManager Certificate"),
            after("`utils service restart Cisco HAProxy`" + ONE_AT_A_TIME)
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(REUSED)
                    .on(ALL_NODES)
                    .source(REUSE, "Reuse Tomcat Certificate for CallManager"),
            after("Update the CTL file: `utils ctl update CTLFile` on the publisher")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .when(REUSED, MIXED_MODE)
                    .on(PUBLISHER)
                    .source(REUSE, "Reuse Tomcat Certificate for CallManager"),

            // ipsec
            after("Restart `Cisco DRF Master`: " + NETWORK_SERVICES)
                    .of(IPSEC)
                    .on(PUBLISHER)
                    .before("14")
                    .source(TECH_NOTE, "ipsec"),
            after("Restart `Cisco DRF Local`" + ONE_AT_A_TIME + ": " + NETWORK_SERVICES)
                    .of(IPSEC)
                    .on(ALL_NODES)
                    .before("14")
                    .source(TECH_NOTE, "ipsec"),
            after("`utils ipsec restart`" + ONE_AT_A_TIME)
                    .of(IPSEC)
                    .on(CHANGED)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),

            // CAPF
            after("Restart `Cisco Trust Verification Service`" + WHERE_IT_RUNS + NETWORK_SERVICES)
                    .of(CAPF)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CAPF"),
            after("Restart `Cisco TFTP`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(CAPF)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "CAPF"),
            after("Restart `Cisco Certificate Authority Proxy Function`: " + FEATURE_SERVICES)
                    .of(CAPF)
                    .on(PUBLISHER)
                    .before("14")
                    .source(TECH_NOTE, "CAPF"),
            after("Where SIP OAuth is used: `utils service restart Cisco HAProxy`" + ONE_AT_A_TIME)
                    .of(CAPF)
                    .on(CALL_MANAGER_NODES)
                    .from("14")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),

            // TVS
            after("Restart `Cisco TFTP`" + WHERE_IT_RUNS + FEATURE_SERVICES)
                    .of(TVS)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "TVS"),
            after("Restart `Cisco Trust Verification Service`" + WHERE_IT_RUNS + NETWORK_SERVICES)
                    .of(TVS)
                    .on(CALL_MANAGER_NODES)
                    .before("14")
                    .source(TECH_NOTE, "TVS"),

            // IM and Presence
            after(
                            "Restart `Cisco SIP Proxy`" + ONE_AT_A_TIME
                                    + ": Cisco Unified IM and Presence Serviceability > Tools > Control Center - Feature Services. It is the certificate of `Cisco Presence Engine` as well, for which the guide names no restart")
                    .of(CUP, CUP_ECDSA)
                    .on(CHANGED)
                    .source(PRESENCE_GUIDE, ""),
            after("`utils service restart Cisco XCP Router`" + ONE_AT_A_TIME)
                    .of(CUP_XMPP, CUP_XMPP_ECDSA)
                    .on(PRESENCE_NODES)
                    .source(PRESENCE_GUIDE, "Restart the Cisco XCP Router service on all nodes"),
            after("`utils service restart Cisco XCP XMPP Federation Connection Manager`" + ONE_AT_A_TIME
                            + ", on each that federates")
                    .of(CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .on(PRESENCE_NODES)
                    .source(PRESENCE_GUIDE, "Restart Cisco XCP XMPP Federation Connection Manager Service"),

            // phones
            after(
                            "Reset all phones: Cisco Unified CM Administration > System > Enterprise Parameters > Reset. CUCM says that it is about to reset all devices; that can't be undone")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .before("14")
                    .source(TECH_NOTE, "CallManager, CAPF and TVS"),
            after(
                            "Reset all phones, unless they have reset by themselves: Cisco Unified CM Administration > System > Enterprise Parameters > Reset. CUCM says that it is about to reset all devices; that can't be undone")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .from("14")
                    .source(TECH_NOTE_2025, "CallManager, CAPF and TVS")
                    .source(SECURITY_GUIDE, "Certificate Names and Descriptions"),
            after(
                            "Wait until every node has as many phones registered as before (Real-Time Monitoring Tool). Begin nothing else until then")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .on(CALL_MANAGER_NODES)
                    .each("{node}: ………… phones registered, as before")
                    .source(TECH_NOTE, "CallManager, CAPF and TVS"));

    private Restarts() {}

    private static Instruction after(String text) {
        return Instruction.at(Moment.AFTER, text);
    }

    private static Instruction trusted(String text) {
        return Instruction.at(Moment.TRUSTED, text);
    }
}
