package io.github.cucmcerts.upload;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.cucm.SystemTrust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a file's path says about it.
 *
 * @param folders the folders above the file, without {@code deployed} and {@code ca}
 * @param deployed whether it shows what the nodes hold today
 * @param scope the folders above {@code deployed}
 * @param store whether it is in a trust store's folder
 * @param ca whether it is in or below a {@code ca} folder
 * @param purpose the purpose of the nearest folder with a purpose's or trust store's name
 * @param foreignStore whether it is in a trust store that no purpose uses, such as {@code Phone-trust}
 * @param node the folders that name the node, without {@code ca} folders
 * @param server the same for CSRs and leaves; for them, a {@code ca} folder above the purpose can also name a node
 * @param shared whether it is in an additional CA directory
 */
public record Place(
        List<String> folders,
        boolean deployed,
        List<String> scope,
        boolean store,
        boolean ca,
        Optional<Purpose> purpose,
        boolean foreignStore,
        List<String> node,
        List<String> server,
        boolean shared) {
    static final String TRUST = "-trust";
    private static final String CA = "ca";
    private static final List<Purpose> KNOWN = Purpose.known();
    private static final Map<Purpose, Pattern> WORDS =
            KNOWN.stream().collect(Collectors.toMap(purpose -> purpose, Place::word));

    static Place of(String path, boolean shared) {
        List<String> names = new ArrayList<>(List.of(path.split("/")));
        names.remove(names.size() - 1);
        if (shared) {
            return new Place(
                    names, false, List.of(), false, false, Optional.empty(), false, List.of(), List.of(), true);
        }
        int deployedAt = indexOf(names, "deployed");
        boolean deployed = deployedAt >= 0;
        List<String> scope = deployed ? List.copyOf(names.subList(0, deployedAt)) : List.of();
        if (deployed) {
            names.remove(deployedAt);
        }
        int caAt = indexOf(names, CA);
        for (int i = names.size() - 1; i >= 0; i--) {
            Optional<Purpose> purpose = purpose(names.get(i));
            boolean foreignStore = SystemTrust.isStore(names.get(i));
            if (foreignStore || purpose.isPresent()) {
                List<String> server = node(names, i);
                List<String> node = withoutCa(server);
                return new Place(
                        List.copyOf(withoutCa(names)),
                        deployed,
                        scope,
                        isStore(names.get(i)),
                        caAt >= 0,
                        purpose,
                        foreignStore,
                        node,
                        i > 0 ? server : node,
                        false);
            }
        }
        // Folders below a ca folder are for people only.
        List<String> folders = List.copyOf(caAt < 0 ? names : names.subList(0, caAt));
        return new Place(folders, deployed, scope, false, caAt >= 0, Optional.empty(), false, folders, folders, false);
    }

    /**
     * The place of an exported object that a node holds: as if it were in {@code deployed/<node>/tomcat/} or {@code
     * deployed/<node>/tomcat-trust/}, in a folder for the export.
     */
    static Place exported(List<String> scope, List<String> node, Purpose purpose, boolean store, String file) {
        List<String> folders = new ArrayList<>(node);
        folders.add(store ? purpose.trustStore() : purpose.label());
        folders.add(file);
        return new Place(folders, true, scope, store, false, Optional.of(purpose), false, node, node, false);
    }

    /**
     * The place of an exported object that no rule checks, as if no purpose used its store.
     *
     * @param unit the store, or the purpose of an identity certificate that no CA signs
     */
    static Place unused(List<String> scope, List<String> node, String unit) {
        List<String> folders = new ArrayList<>(node);
        folders.add(unit);
        return new Place(folders, true, scope, true, false, Optional.empty(), true, node, node, false);
    }

    /** The place of an exported object that does not count: in no folder. */
    static Place aside(List<String> scope) {
        return new Place(List.of(), true, scope, true, false, Optional.empty(), true, List.of(), List.of(), false);
    }

    /** The purpose of an identity certificate that no rule checks. */
    public Optional<Purpose> unusedIdentity() {
        return Optional.of(folders)
                .filter(path -> foreignStore && !path.isEmpty())
                .flatMap(path -> Purpose.named(path.get(path.size() - 1)));
    }

    /** Whether an object at this place does not count. */
    boolean isAside() {
        return foreignStore && folders.isEmpty();
    }

    /** The folders above the purpose's folder, or the folders below it if there are none above. */
    private static List<String> node(List<String> names, int purposeAt) {
        if (purposeAt == 0) {
            return List.copyOf(names.subList(1, names.size()));
        }
        String last = names.get(purposeAt);
        String above = names.get(purposeAt - 1);
        // tomcat/tomcat-trust: the folder above a store names the node, unless it names a purpose that uses the store
        boolean isStoresOwn = isStore(last)
                && purpose(above)
                        .flatMap(owner -> purpose(last).filter(owner::sharesStoreWith))
                        .isPresent();
        List<String> node = new ArrayList<>();
        for (String name : names.subList(0, isStoresOwn ? purposeAt - 1 : purposeAt)) {
            if (!isStore(name) || purpose(name).isEmpty()) {
                node.add(name);
            }
        }
        return List.copyOf(node);
    }

    /** Whether a folder says what is in it: a purpose, a trust store, or {@code ca}. */
    boolean isLabeled() {
        return purpose.isPresent() || foreignStore || ca;
    }

    /** Whether it is in a trust store or a {@code ca} folder; a certificate there makes no upload set. */
    public boolean trusted() {
        return store || ca || shared;
    }

    /** Whether the CSR or certificate may be uploaded as a node's own: it is neither deployed nor in a trust store. */
    boolean isOfServer() {
        return !deployed && !store && !shared;
    }

    static boolean isStore(String folder) {
        return folder.toLowerCase(Locale.ROOT).endsWith(TRUST);
    }

    /** The purpose with the folder's whole name, or the purpose whose trust store has that name. */
    static Optional<Purpose> purpose(String folder) {
        return Purpose.named(isStore(folder) ? folder.substring(0, folder.length() - TRUST.length()) : folder);
    }

    private static List<String> withoutCa(List<String> names) {
        return indexOf(names, CA) < 0
                ? names
                : names.stream().filter(name -> !CA.equalsIgnoreCase(name)).toList();
    }

    private static int indexOf(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The purpose that is a whole word of the file name: the longest, then the last. */
    static Optional<Purpose> purposeInName(String fileName) {
        for (int length = KNOWN.get(0).label().length(); length > 0; length--) {
            Optional<Purpose> found = Optional.empty();
            int last = -1;
            for (Purpose purpose : KNOWN) {
                if (purpose.label().length() == length) {
                    Matcher matcher = WORDS.get(purpose).matcher(fileName);
                    while (matcher.find()) {
                        if (matcher.start() > last) {
                            last = matcher.start();
                            found = Optional.of(purpose);
                        }
                    }
                }
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Pattern word(Purpose purpose) {
        return Pattern.compile(
                "(?<![^._\\- ])" + Pattern.quote(purpose.label()) + "(?![^._\\- ])", Pattern.CASE_INSENSITIVE);
    }

    /** Whether one of the folders has the name of a purpose. */
    public static boolean tellPurpose(List<String> folders) {
        for (String name : folders) {
            if (Purpose.named(name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean scopeIsAboveAny(List<List<String>> others) {
        for (List<String> other : others) {
            if (startsWith(other, scope)) {
                return true;
            }
        }
        return false;
    }

    /** A path of folders in lower case, for comparisons. */
    public static List<String> folded(List<String> path) {
        List<String> folded = new ArrayList<>(path.size());
        for (String name : path) {
            folded.add(name.toLowerCase(Locale.ROOT));
        }
        return Collections.unmodifiableList(folded);
    }

    /** The path and all folders above it, in lower case. */
    public static List<List<String>> above(List<String> path) {
        List<String> folded = folded(path);
        List<List<String>> above = new ArrayList<>();
        for (int length = 0; length <= folded.size(); length++) {
            above.add(folded.subList(0, length));
        }
        return List.copyOf(above);
    }

    public static boolean startsWith(List<String> path, List<String> prefix) {
        if (prefix.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < prefix.size(); i++) {
            if (!prefix.get(i).equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
