package io.github.cucmcerts.cucm;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The usages that CUCM requests in the CSR of each purpose, spelled as in RFC 5280.
 *
 * <p>Below release 14: Security Guide 12.5(1)SU2 and SU3, Administration Guide 12.5(1)SU3, and Configuration and
 * Administration of IM and Presence 12.5(1)SU2, the table "CSR key extensions" in each; in release 11.5, document
 * 215534 for CUCM's own purposes. From release 14 on: Security Guide for Release 14 and SUs, chapter Certificates, the
 * same table. An empty cell and an N both mean: not requested.
 */
public final class KeyUsageTable {
    public static final KeyUsageTable BELOW_14 = new KeyUsageTable("""
            CallManager           serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            CAPF                  serverAuth                           digitalSignature keyCertSign
            ipsec                 serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            tomcat                serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            TVS                   serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            presence/cup          serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            presence/cup-xmpp     serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            presence/cup-xmpp-s2s serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            presence/ipsec        serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            presence/tomcat       serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            """);
    public static final KeyUsageTable RELEASE_11_5 = BELOW_14.with(new KeyUsageTable("""
            CallManager           serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            CAPF                  serverAuth clientAuth                digitalSignature keyEncipherment keyCertSign
            ipsec                 serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            tomcat                serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            TVS                   serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            """));
    public static final KeyUsageTable FROM_14 = new KeyUsageTable("""
            CallManager           serverAuth clientAuth                digitalSignature dataEncipherment
            CAPF                  serverAuth clientAuth                digitalSignature keyCertSign
            ipsec                 serverAuth clientAuth ipsecEndSystem digitalSignature keyEncipherment dataEncipherment
            tomcat                serverAuth clientAuth                digitalSignature dataEncipherment
            TVS                   serverAuth clientAuth                digitalSignature keyEncipherment dataEncipherment
            presence/cup          serverAuth clientAuth ipsecEndSystem digitalSignature dataEncipherment
            presence/cup-xmpp     serverAuth clientAuth ipsecEndSystem digitalSignature dataEncipherment
            presence/cup-xmpp-s2s serverAuth clientAuth ipsecEndSystem digitalSignature dataEncipherment
            presence/ipsec        serverAuth clientAuth ipsecEndSystem digitalSignature dataEncipherment
            presence/tomcat       serverAuth clientAuth                digitalSignature dataEncipherment
            """);

    private static final String PRESENCE = "presence/";
    private static final Release THE_11_5 = Release.parse("11.5");

    private final Map<String, Set<String>> rows;

    private KeyUsageTable(Map<String, Set<String>> rows) {
        this.rows = rows;
    }

    private KeyUsageTable(String table) {
        this(rows(table));
    }

    private static Map<String, Set<String>> rows(String table) {
        Map<String, Set<String>> rows = new HashMap<>();
        for (String line : table.lines().toList()) {
            List<String> words = List.of(line.split(" +"));
            rows.put(words.get(0), new LinkedHashSet<>(words.subList(1, words.size())));
        }
        return Map.copyOf(rows);
    }

    /** This table with its rows replaced by the other table's rows. */
    private KeyUsageTable with(KeyUsageTable other) {
        Map<String, Set<String>> all = new HashMap<>(rows);
        all.putAll(other.rows);
        return new KeyUsageTable(Map.copyOf(all));
    }

    /** The usages that the table requests; empty if it has no row for the purpose. */
    public Set<String> usages(Purpose purpose, boolean onPresence) {
        String name = purpose.rsaSibling().label();
        boolean presenceRow = rows.containsKey(PRESENCE + name) && (onPresence || !rows.containsKey(name));
        return rows.getOrDefault(presenceRow ? PRESENCE + name : name, Set.of());
    }

    /** What the release's table requests; without a release, what all tables have in common. */
    public static Set<String> usages(Optional<Release> release, Purpose purpose, boolean onPresence) {
        List<KeyUsageTable> tables =
                release.isPresent() ? List.of(of(release.get())) : List.of(BELOW_14, RELEASE_11_5, FROM_14);
        Set<String> asked = new LinkedHashSet<>(tables.get(0).usages(purpose, onPresence));
        for (KeyUsageTable table : tables) {
            asked.retainAll(table.usages(purpose, onPresence));
        }
        return asked;
    }

    private static KeyUsageTable of(Release release) {
        if (release.isFrom14()) {
            return FROM_14;
        }
        return release.equals(THE_11_5) ? RELEASE_11_5 : BELOW_14;
    }
}
