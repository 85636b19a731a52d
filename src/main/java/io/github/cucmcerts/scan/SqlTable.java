package io.github.cucmcerts.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a table that {@code run sql} prints: their names, a ruler of {@code =} as wide as each column, and
 * rows with certificates that span several lines.
 */
record SqlTable(List<Column> columns) {
    private static final Pattern RULER = Pattern.compile("\\A=[= ]*+\\z");
    private static final Pattern WIDTH = Pattern.compile("=++");
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    /** The query has five columns, and each row is cut into all columns. */
    private static final int MAX_COLUMNS = 100;

    private static final String BEGIN = "-----BEGIN ";

    /**
     * @param from where its values begin in a line
     */
    private record Column(String name, int from) {}

    /** The table that begins with these two lines, if it has a server, a service name, and a certificate. */
    static Optional<SqlTable> of(String header, String ruler) {
        if (!RULER.matcher(ruler).matches()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (Matcher width = WIDTH.matcher(ruler); width.find() && columns.size() <= MAX_COLUMNS; ) {
            String name = slice(header, width.start(), width.end());
            columns.add(new Column(name.toLowerCase(Locale.ROOT), width.start()));
        }
        List<String> names = columns.stream().map(Column::name).toList();
        return columns.size() <= MAX_COLUMNS && names.containsAll(List.of(SqlRow.SERVER, SqlRow.CERTIFICATE))
                ? Optional.of(new SqlTable(columns))
                : Optional.empty();
    }

    /** The values before the certificate, by column, without the values that cannot be assigned to a column. */
    Map<String, String> row(String line) {
        String before = line.substring(0, Math.max(0, line.indexOf(BEGIN)));
        Map<String, String> row = new HashMap<>();
        List<Column> its = new ArrayList<>();
        int end = 0;
        for (Column column : columns) {
            end = column.from();
            if (column.name().equals(SqlRow.CERTIFICATE)) {
                break;
            }
            its.add(column);
        }
        String[] words = BLANKS.split(before.strip(), -1);
        boolean isAligned = end == before.length();
        for (int i = 0; i < its.size(); i++) {
            if (isAligned) {
                int next = i + 1 < its.size() ? its.get(i + 1).from() : end;
                row.put(its.get(i).name(), slice(before, its.get(i).from(), next));
            } else if (words.length == its.size()) {
                row.put(its.get(i).name(), words[i]);
            }
        }
        return row;
    }

    private static String slice(String line, int from, int to) {
        return line.substring(Math.min(from, line.length()), Math.min(to, line.length()))
                .strip();
    }
}
