package io.github.cucmcerts.cucm;

import java.util.Locale;
import java.util.Set;

/**
 * What CUCM trusts or holds for itself; no upload affects it. Trust stores that no purpose uses: Security Guide 14,
 * chapter Certificates; the phones' stores as AXL lists them (XCertificateService). Cisco's own CA certificates that
 * come with CUCM: CLI Reference Guide 12.5(1)SU3, {@code show cert default-ca-list}.
 */
public final class SystemTrust {
    private static final Set<String> STORES = Set.of(
            "directory-trust",
            "phone-trust",
            "phone-sast-trust",
            "phone-ctl-trust",
            "phone-vpn-trust",
            "userlicensing-trust",
            "phone-edge-trust",
            "phone-ctl-asa-trust");

    private static final Set<String> AUTHORITIES = Set.of(
            "cap-rtp-001",
            "cap-rtp-002",
            "cisco manufacturing ca",
            "cisco manufacturing ca sha2",
            "act2 sudi ca",
            "cisco root ca 2048",
            "cisco root ca m2");

    private SystemTrust() {}

    /** Whether CUCM has a trust store with this name that no purpose uses. */
    public static boolean isStore(String name) {
        return STORES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether this is the common name of a Cisco CA certificate that comes with CUCM. */
    public static boolean isAuthority(String commonName) {
        return AUTHORITIES.contains(commonName.toLowerCase(Locale.ROOT));
    }
}
