package io.github.cucmcerts.cucm;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Cisco's Certificate Purpose, with its trust store.
 *
 * <p>Stores: Security Guide 14, chapter Certificates. tomcat-trust and CallManager-trust replicate to all nodes
 * (Administration Guide 12.5(1)SU3, Manage Certificates); no document describes replication of the others.
 */
public enum Purpose {
    TOMCAT("tomcat", "tomcat", true, RunsOn.ALL),
    TOMCAT_ECDSA("tomcat-ECDSA", "tomcat", true, RunsOn.ALL),
    CALL_MANAGER("CallManager", "CallManager", true, RunsOn.WITHOUT_PRESENCE),
    CALL_MANAGER_ECDSA("CallManager-ECDSA", "CallManager", true, RunsOn.WITHOUT_PRESENCE),
    IPSEC("ipsec", "ipsec", false, RunsOn.ALL),
    CAPF("CAPF", "CAPF", false, RunsOn.WITHOUT_PRESENCE),
    TVS("TVS", "TVS", false, RunsOn.WITHOUT_PRESENCE),
    CUP("cup", "cup", false, RunsOn.PRESENCE),
    CUP_ECDSA("cup-ECDSA", "cup", false, RunsOn.PRESENCE),
    CUP_XMPP("cup-xmpp", "cup-xmpp", false, RunsOn.PRESENCE),
    CUP_XMPP_ECDSA("cup-xmpp-ECDSA", "cup-xmpp", false, RunsOn.PRESENCE),
    CUP_XMPP_S2S("cup-xmpp-s2s", "cup-xmpp", false, RunsOn.PRESENCE),
    CUP_XMPP_S2S_ECDSA("cup-xmpp-s2s-ECDSA", "cup-xmpp", false, RunsOn.PRESENCE),
    ITL_RECOVERY("ITLRecovery", "ITLRecovery", false, RunsOn.WITHOUT_PRESENCE),
    AUTHZ("authz", "authz", false, RunsOn.ALL),
    /** Neither a folder nor a file name shows the purpose. */
    UNKNOWN("unknown", "unknown", false, RunsOn.ALL);

    /** The nodes of a cluster that have a certificate for the purpose. */
    public enum RunsOn {
        ALL,
        WITHOUT_PRESENCE,
        PRESENCE
    }

    private static final String ECDSA = "-ECDSA";

    private final String label;
    private final String store;
    private final boolean replicates;
    private final RunsOn runsOn;

    Purpose(String label, String store, boolean replicates, RunsOn runsOn) {
        this.label = label;
        this.store = store;
        this.replicates = replicates;
        this.runsOn = runsOn;
    }

    /** The purposes that exist, longest name first, so that cup-xmpp-s2s is found before cup. */
    public static List<Purpose> known() {
        return EnumSet.complementOf(EnumSet.of(UNKNOWN)).stream()
                .sorted(Comparator.comparing((Purpose purpose) -> purpose.label.length())
                        .reversed())
                .toList();
    }

    /** The purpose with this name; case does not matter. */
    public static Optional<Purpose> named(String name) {
        for (Purpose purpose : values()) {
            if (purpose != UNKNOWN && purpose.label.equalsIgnoreCase(name)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    /** The name as CUCM writes it. */
    public String label() {
        return label;
    }

    /** The trust store's name: {@code tomcat-trust} for tomcat and tomcat-ECDSA. */
    public String trustStore() {
        return store + "-trust";
    }

    public boolean sharesStoreWith(Purpose other) {
        return store.equals(other.store);
    }

    /** Whether CUCM itself copies the trust store to every node of the cluster. */
    public boolean storeReplicates() {
        return replicates;
    }

    public RunsOn runsOn() {
        return runsOn;
    }

    /** Whether it needs an EC key, as every purpose named ECDSA does. Every other purpose needs an RSA key. */
    public boolean isEcdsa() {
        return label.endsWith(ECDSA);
    }

    /** The purpose itself, or its RSA sibling. */
    public Purpose rsaSibling() {
        return isEcdsa()
                ? named(label.substring(0, label.length() - ECDSA.length())).orElseThrow()
                : this;
    }

    /** The purpose with the other key type, if there is one: tomcat for tomcat-ECDSA, and the reverse. */
    public Optional<Purpose> sibling() {
        return isEcdsa() ? Optional.of(rsaSibling()) : named(label + ECDSA);
    }

    /**
     * Whether it can have multi-server certificates: CAPF, ipsec, and cup never, TVS from release 14 on (document
     * 118731; Security Guide 14, Simplified Certificate Management).
     *
     * @param release empty if it is not known; then the answer is for any release
     */
    public boolean isMultiServerIn(Optional<Release> release) {
        return switch (rsaSibling()) {
            case CAPF, IPSEC, CUP -> false;
            case TVS -> release.filter(known -> !known.isFrom14()).isEmpty();
            default -> true;
        };
    }

    public boolean isXmppFederation() {
        return rsaSibling() == CUP_XMPP_S2S;
    }

    @Override
    public String toString() {
        return label;
    }
}
