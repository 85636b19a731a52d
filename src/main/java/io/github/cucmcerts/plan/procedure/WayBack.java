package io.github.cucmcerts.plan.procedure;

import static io.github.cucmcerts.cucm.Document.ADMINISTRATION_GUIDE;
import static io.github.cucmcerts.cucm.Document.MULTI_SERVER_SETUP;
import static io.github.cucmcerts.cucm.Document.PRESENCE_GUIDE;
import static io.github.cucmcerts.cucm.Document.RENEWAL;
import static io.github.cucmcerts.cucm.Document.SELF_SIGNED;
import static io.github.cucmcerts.cucm.Document.TECH_NOTE;
import static io.github.cucmcerts.cucm.Document.THIS_PLUGIN;
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
import static io.github.cucmcerts.plan.procedure.Circumstance.SSO;

import java.util.List;

/** What to do if the change of a purpose fails, and what the error messages of an upload mean. */
final class WayBack {
    private static final String REGENERATE =
            "Regenerate a self-signed certificate instead: on each node with the new certificate, go to Certificate Management, open the certificate, and choose Regenerate. Then repeat ";

    static final List<Instruction> ALL = List.of(
            back(
                            "no-way-back",
                            "You cannot upload the former certificate again. CUCM accepts a certificate only while the node has its CSR, and that CSR no longer exists.")
                    .source(TECH_NOTE, "The upload errors"),
            back(
                            "regenerate-tomcat",
                            REGENERATE
                                    + "the steps under \"After the uploads\" and \"Verify this purpose\". Browsers and systems that do not have this certificate show a warning or refuse the connection.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SELF_SIGNED, "Tomcat Certificate"),
            back(
                            "regenerate-callmanager",
                            REGENERATE
                                    + "the steps under \"After the uploads\" and \"Verify this purpose\", also the phone reset and, in mixed mode, the CTL update.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SELF_SIGNED, "CallManager Certificate"),
            back(
                            "regenerate-ipsec",
                            REGENERATE
                                    + "the steps under \"After the uploads\" and \"Verify this purpose\". IPsec peers need this certificate in their trust store.")
                    .of(IPSEC)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SELF_SIGNED, "IPSEC Certificate"),
            back(
                            "regenerate-capf",
                            REGENERATE
                                    + "the steps under \"After the uploads\" and \"Verify this purpose\", also the phone reset and, in mixed mode, the CTL update. Install the LSCs again.")
                    .of(CAPF)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SELF_SIGNED, "CAPF Certificate")
                    .source(RENEWAL, "Scenario 4.1"),
            back(
                            "regenerate-tvs",
                            REGENERATE
                                    + "the steps under \"After the uploads\" and \"Verify this purpose\", also the phone reset.")
                    .of(TVS)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(SELF_SIGNED, "TVS Certificate"),
            back(
                            "regenerate-presence",
                            REGENERATE + "the steps under \"After the uploads\" and \"Verify this purpose\".")
                    .of(CUP, CUP_ECDSA, CUP_XMPP, CUP_XMPP_ECDSA, CUP_XMPP_S2S, CUP_XMPP_S2S_ECDSA)
                    .source(ADMINISTRATION_GUIDE, "")
                    .source(PRESENCE_GUIDE, ""),
            back("delete-itl", "If only some phones do not register again, delete the ITL on these phones by hand.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(SELF_SIGNED, "Certificate Regeneration Process"),
            back(
                            "delete-itl-for-directory",
                            "If a phone is registered but does not open the Corporate Directory, it possibly does not trust TVS: delete the ITL on this phone by hand.")
                    .of(TOMCAT, CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(SELF_SIGNED, "Certificate Regeneration Process")
                    .source(MULTI_SERVER_SETUP, "Verify"),
            back(
                            "reset-localkey",
                            "If phones do not register again because they reject the new ITL and do not trust TVS, run `utils itl reset localkey` on the publisher. If this does not help, reset each of these phones to factory settings.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, TVS)
                    .source(RENEWAL, "Scenario 1"),
            back(
                            "restore-and-unlock",
                            "The last resort is to restore the backup. If phones already have a new ITL, you must then unlock every phone by hand.")
                    .of(CALL_MANAGER, CALL_MANAGER_ECDSA, CAPF, TVS)
                    .source(ADMINISTRATION_GUIDE, ""),
            back("restore", "The last resort is to restore the backup.")
                    .of(
                            TOMCAT,
                            TOMCAT_ECDSA,
                            IPSEC,
                            CUP,
                            CUP_ECDSA,
                            CUP_XMPP,
                            CUP_XMPP_ECDSA,
                            CUP_XMPP_S2S,
                            CUP_XMPP_S2S_ECDSA)
                    .source(ADMINISTRATION_GUIDE, ""),
            rejected(
                            "rejected",
                            "If CUCM rejects a certificate, it does not install it. The node continues to use the certificate that it had. Do not generate a new CSR before you know the cause: it would replace the CSR on the node, and then the new certificate could not be uploaded.")
                    .source(TECH_NOTE, "For every certificate")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-no-ca",
                            "`CA certificate is not available in the trust-store`: The store on this node lacks the root or an intermediate of the certificate. Upload the root, then the intermediates, to this store on this node. Then upload the certificate again.")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-no-csr",
                            "`File /usr/local/platform/.security/tomcat/keys/tomcat.csr does not exist` (for another purpose, the message names that purpose's own .csr file, in another folder): This node has no CSR for this purpose. Check that this is the node in the step. Check in Certificate Management whether the node already has the new certificate. If it does, continue with the next step. If it does not, generate a new CSR on the node, and have the CA sign it.")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-keys",
                            "`CSR public key and Certificate public key does not match`: Check the node and the file. If both are as in the step, the CSR on the node is not the CSR that the CA signed. Download the CSR that the node has now, and have the CA sign it.")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-names",
                            "`CSR SAN and Certificate SAN does not match`: Check the node and the file. If both are as in the step, the names in the certificate differ from the names in the CSR on the node. Download the CSR that the node has now, and have the CA sign it with exactly the names of this CSR.")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-not-uploaded",
                            "`The file /usr/local/platform/upload/certs//tomcat.der could not be uploaded`: Some versions say this if the node has no CSR, or if the public keys do not match. If the node has no CSR, follow the entry for the CSR that does not exist. Otherwise, follow the entry for the public keys.")
                    .source(TECH_NOTE, "The upload errors"),
            rejected(
                            "rejected-no-connection",
                            "`Connection to the Server cannot be established (unable to connect to Remote Node)`: Wait 30 minutes. Restart `Cisco Intercluster Sync Agent` on the IM and Presence publisher, then `Cisco Tomcat` on the node in the step and on the remote node. Do the step again. If the message is the same, exchange the tomcat and tomcat-ECDSA certificates of these two nodes by hand: upload the certificates of each of them as `tomcat-trust` on the other one. Then do the step again.")
                    .source(ADMINISTRATION_GUIDE, ""),
            rejected(
                            "former-stays",
                            "The upload succeeds, but the trust store still shows a former certificate with the same name: the former certificate becomes valid at the same time as the uploaded one, or later. Delete the former certificate from the store, and upload the file of the step again.")
                    .source(TECH_NOTE, "A trust certificate is not replaced"),
            rejected(
                            "leave-out",
                            "If you cannot remove the cause in this change window, leave this certificate out, and continue with the other uploads. If CUCM accepted at least one certificate of the purpose, do the steps under \"After the uploads\" and \"Verify this purpose\".")
                    .source(THIS_PLUGIN, ""),
            rejected(
                            "sso-on-after-rejection",
                            "If you turned SAML single sign-on off, turn it on again, even if CUCM accepted no Tomcat certificate: go to Cisco Unified CM Administration > System > SAML Single Sign-On.")
                    .of(TOMCAT, TOMCAT_ECDSA)
                    .when(SSO)
                    .source(TECH_NOTE, "tomcat"));

    private WayBack() {}

    private static Instruction back(String id, String text) {
        return Instruction.at(Moment.WAY_BACK, id, text);
    }

    private static Instruction rejected(String id, String text) {
        return Instruction.at(Moment.REJECTED, id, text);
    }
}
