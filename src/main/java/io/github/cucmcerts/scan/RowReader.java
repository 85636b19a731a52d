package io.github.cucmcerts.scan;

import io.github.cucmcerts.inventory.Export;
import io.github.cucmcerts.inventory.FileObject;
import io.github.cucmcerts.text.Message;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads database rows from AXL's {@code executeSQLQuery} response. If the XML is damaged, the rows before the damage
 * count.
 */
final class RowReader {
    private static final String ROW = "row";
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[^<>\\r\\n]*+>");

    private final ExportObjects objects;
    private final Map<Optional<String>, ExportDraft> exports = new LinkedHashMap<>();
    private int line = 1;

    private RowReader(ExportObjects objects) {
        this.objects = objects;
    }

    /** The rows in the text, by node; empty if there are none. */
    static List<Export> read(String text, ExportObjects objects) {
        boolean isExport =
                text.contains("<row") && text.contains("<" + SqlRow.SERVER) && text.contains("<" + SqlRow.CERTIFICATE);
        if (!isExport) {
            return List.of();
        }
        RowReader reader = new RowReader(objects);
        reader.read(text);
        List<Export> all = new ArrayList<>();
        reader.exports.forEach((server, draft) -> all.add(draft.finish(server, Optional.empty(), false)));
        return all;
    }

    /** The text gets a root element, so that it can be several responses and cannot have a DTD. */
    private void read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String whole = "<rows>" + DECLARATION.matcher(text).replaceAll("") + "</rows>";
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(whole));
            rows(xml);
        } catch (XMLStreamException | RuntimeException e) {
            // The exception's message may quote the text.
            export(Optional.empty());
            objects.unreadable(
                    line(e),
                    Message.of(
                            "reason.xml-damaged",
                            "its XML is damaged: it was cut off or edited, or it has elements that a row does not have. The rows before that line count"));
        }
    }

    private int line(Exception e) {
        return e instanceof XMLStreamException broken && broken.getLocation() != null
                ? Math.max(1, broken.getLocation().getLineNumber())
                : line;
    }

    private void rows(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        int rowAt = 0;
        Map<String, String> row = new HashMap<>();
        StringBuilder value = new StringBuilder();
        int certificateLine = 1;
        while (xml.hasNext() && !objects.areEnough()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    line = xml.getLocation().getLineNumber();
                    value.setLength(0);
                    if (rowAt == 0 && xml.getLocalName().equals(ROW)) {
                        rowAt = depth;
                        row.clear();
                    } else if (name(xml).equals(SqlRow.CERTIFICATE)) {
                        certificateLine = line;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (rowAt > 0 && depth == rowAt + 1) {
                        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (rowAt > 0 && depth == rowAt + 1) {
                        row.putIfAbsent(name(xml), value.toString());
                    } else if (depth == rowAt) {
                        row(row, certificateLine);
                        rowAt = 0;
                    }
                    depth--;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException();
                default -> {
                    // Comments and similar events.
                }
            }
        }
    }

    private static String name(XMLStreamReader xml) {
        return xml.getLocalName().toLowerCase(Locale.ROOT);
    }

    private void row(Map<String, String> row, int at) {
        String certificate = row.getOrDefault(SqlRow.CERTIFICATE, "");
        if (!certificate.isBlank()) {
            List<FileObject> decoded = objects.decode(certificate, at);
            SqlRow.add(row, decoded, at, objects, this::export);
        }
    }

    private ExportDraft export(Optional<String> server) {
        return exports.computeIfAbsent(server, s -> new ExportDraft(objects.part(line), Export.Format.SQL));
    }
}
