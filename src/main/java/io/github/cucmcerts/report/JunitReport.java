package io.github.cucmcerts.report;

import io.github.cucmcerts.rule.DirectoryRule;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Rule;
import io.github.cucmcerts.rule.RuleBook;
import io.github.cucmcerts.rule.RuleInfo;
import io.github.cucmcerts.rule.Severity;
import io.github.cucmcerts.upload.UploadSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code report-junit.xml}: a suite for each upload set, a case for each rule. Each suite is as Surefire's
 * {@code surefire-test-report.xsd} has it.
 */
public final class JunitReport {
    private final Report report;
    private final XMLStreamWriter xml;

    private JunitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** Writes the report; the same report gives the same bytes. */
    public static void write(Report report, Writer writer) throws IOException {
        try {
            new JunitReport(report, XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer)).write();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write() throws XMLStreamException {
        Set<RuleInfo> ofDirectory = RuleBook.rules().stream()
                .filter(DirectoryRule.class::isInstance)
                .map(Rule::info)
                .collect(Collectors.toSet());
        List<RuleInfo> ofSets = judged(rule -> !ofDirectory.contains(rule));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        start("testsuites", "cucm-certs");
        for (UploadSet set : report.sets()) {
            suite(Visible.of(set.id()), ofSets, report.findings(set));
        }
        suite("files", judged(ofDirectory::contains), report.otherFindings());
        end();
        xml.writeEndDocument();
        xml.flush();
    }

    private List<RuleInfo> judged(Predicate<RuleInfo> which) {
        return report.rules().stream().filter(which).toList();
    }

    private void suite(String name, List<RuleInfo> judged, List<Finding> findings) throws XMLStreamException {
        Map<String, List<Finding>> cases = new LinkedHashMap<>();
        judged.forEach(rule -> cases.put(rule.id(), new ArrayList<>()));
        findings.forEach(finding -> cases.computeIfAbsent(finding.rule().id(), rule -> new ArrayList<>())
                .add(finding));
        if (cases.isEmpty()) {
            return;
        }
        start("testsuite", name);
        xml.writeAttribute("time", "0");
        count("tests", cases, ofRule -> true);
        count("errors", cases, ofRule -> false);
        count("skipped", cases, JunitReport::isSkipped);
        count("failures", cases, JunitReport::isFailed);
        xml.writeCharacters("\n");
        for (Map.Entry<String, List<Finding>> ofRule : cases.entrySet()) {
            testCase(name, ofRule.getKey(), ofRule.getValue());
        }
        end();
    }

    private void count(String name, Map<String, List<Finding>> cases, Predicate<List<Finding>> which)
            throws XMLStreamException {
        xml.writeAttribute(
                name, Long.toString(cases.values().stream().filter(which).count()));
    }

    private static boolean isFailed(List<Finding> ofRule) {
        return ofRule.stream().anyMatch(JunitReport::fails);
    }

    private static boolean isSkipped(List<Finding> ofRule) {
        return !isFailed(ofRule)
                && ofRule.stream().anyMatch(finding -> finding.waiver().isPresent());
    }

    private static boolean fails(Finding finding) {
        return finding.counts(Severity.ERROR);
    }

    private void testCase(String suite, String rule, List<Finding> ofRule) throws XMLStreamException {
        start("testcase", rule);
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("time", "0");
        for (Finding finding : ofRule.stream().filter(JunitReport::fails).toList()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", finding.severity().name());
            xml.writeAttribute("message", FindingText.firstLine(finding));
            xml.writeCharacters(FindingText.withFile(finding));
            xml.writeEndElement();
        }
        boolean skipped = isSkipped(ofRule);
        if (skipped) {
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", joined(waivers(ofRule), "; "));
            xml.writeEndElement();
        }
        String told = joined(
                ofRule.stream()
                        .filter(finding -> !fails(finding))
                        .map(finding -> finding.severity() + " " + FindingText.withFile(finding)
                                + finding.waiver()
                                        .map(waiver -> "\n" + FindingText.waived(waiver))
                                        .orElse("")),
                "\n\n");
        if (!told.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(told);
            xml.writeEndElement();
        }
        end();
    }

    private static Stream<String> waivers(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.waiver().stream())
                .map(FindingText::waived)
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
