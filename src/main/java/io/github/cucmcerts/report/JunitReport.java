package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.text.Visible;
import io.github.cucmcerts.text.Words;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code report-junit.xml}: a suite for each upload set with findings, with a case for each rule that has a finding on it,
 * then a passed case for each topic without findings. Each suite follows Surefire's {@code surefire-test-report.xsd}.
 */
final class JunitReport {
    private final Report report;
    private final XMLStreamWriter xml;

    private JunitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** Writes the report. The same report gives the same bytes. */
    static void write(Report report, Writer writer) throws IOException {
        try {
            new JunitReport(report, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer)).write();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        start("testsuites", "cucm-certs");
        Listing listing = Listing.of(report.findings(), Room.PAGE);
        for (UploadSet set : report.sets()) {
            suite(Visible.of(set.id()), byRule(listing.of(set)));
        }
        suite("files", byRule(listing.ofDirectory()));
        suite("nothing found", cleanTopics());
        end();
        xml.writeEndDocument();
        xml.flush();
    }

    private static Map<String, Listing.OfSet> byRule(Listing.OfSet its) {
        Map<String, Listing.OfSet> cases = new LinkedHashMap<>();
        its.all().forEach(entry -> cases.computeIfAbsent(entry.finding().rule().id(), its::of));
        return cases;
    }

    /** The topics whose rules have no finding in the whole directory. */
    private Map<String, Listing.OfSet> cleanTopics() {
        Map<String, Listing.OfSet> cases = new LinkedHashMap<>();
        Listing.OfSet nothing = new Listing.OfSet(List.of(), List.of(), List.of());
        report.rules().forEach(rule -> cases.put(rule.topic().toString(), nothing));
        report.findings().forEach(finding -> cases.remove(finding.rule().topic().toString()));
        return cases;
    }

    private void suite(String name, Map<String, Listing.OfSet> cases) throws XMLStreamException {
        if (cases.isEmpty()) {
            return;
        }
        start("testsuite", name);
        xml.writeAttribute("time", "0");
        count("tests", cases, its -> true);
        count("errors", cases, its -> false);
        count("skipped", cases, JunitReport::isSkipped);
        count("failures", cases, JunitReport::isFailed);
        xml.writeCharacters("\n");
        for (Map.Entry<String, Listing.OfSet> its : cases.entrySet()) {
            testCase(name, its.getKey(), its.getValue());
        }
        end();
    }

    private void count(String name, Map<String, Listing.OfSet> cases, Predicate<Listing.OfSet> which)
            throws XMLStreamException {
        xml.writeAttribute(
                name, Long.toString(cases.values().stream().filter(which).count()));
    }

    private static boolean isFailed(Listing.OfSet ofRule) {
        return ofRule.all().anyMatch(JunitReport::fails);
    }

    private static boolean isSkipped(Listing.OfSet ofRule) {
        return !isFailed(ofRule)
                && ofRule.all().anyMatch(entry -> entry.finding().waiver().isPresent());
    }

    private static boolean fails(Listing.Entry entry) {
        return entry.finding().counts(Severity.ERROR);
    }

    private void testCase(String suite, String name, Listing.OfSet ofRule) throws XMLStreamException {
        start("testcase", name);
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("time", "0");
        for (Listing.Entry entry :
                ofRule.entries().stream().filter(JunitReport::fails).toList()) {
            failure(FindingText.firstLine(entry.finding()), FindingText.withFile(entry));
        }
        boolean unlistedFails = ofRule.unlisted() == Severity.ERROR;
        if (unlistedFails) {
            String notes = joined(ofRule.notes().stream().map(Words::toString), " ");
            failure(notes, notes);
        }
        boolean skipped = isSkipped(ofRule);
        if (skipped) {
            xml.writeStartElement("skipped");
            xml.writeAttribute(
                    "message", waivers(ofRule).collect(report.language().semicolons()));
            xml.writeEndElement();
        }
        Stream<String> others = ofRule.entries().stream()
                .filter(entry -> !fails(entry))
                .map(entry -> entry.finding().severity() + " " + FindingText.withFile(entry)
                        + FindingText.waived(entry.finding())
                                .map(waiver -> "\n" + waiver)
                                .orElse(""));
        Stream<String> notes =
                unlistedFails ? Stream.of() : ofRule.notes().stream().map(Words::toString);
        String output = joined(Stream.concat(others, notes), "\n\n");
        if (!output.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(output);
            xml.writeEndElement();
        }
        end();
    }

    private void failure(String message, String text) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("type", Severity.ERROR.name());
        xml.writeAttribute("message", message);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static Stream<String> waivers(Listing.OfSet ofRule) {
        return ofRule.all()
                .flatMap(entry -> FindingText.waived(entry.finding()).stream())
                .distinct();
    }

    private static String joined(Stream<String> texts, String between) {
        return texts.collect(Collectors.joining(between));
    }

    private void start(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("name", name);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
