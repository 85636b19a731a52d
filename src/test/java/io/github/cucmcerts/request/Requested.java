package io.github.cucmcerts.request;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.waiver.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The request to the CA for a test's directory. */
final class Requested {
    static final String PUB = "cucm-pub.example.com";
    static final String SUB = "cucm-sub1.example.com";

    private Requested() {}

    static CaRequest of(Tree tree, Waiver... waivers) throws IOException {
        return of(Requests.of(tree.directory(), Cluster.unknown(), Set.of(), List.of(waivers)));
    }

    static CaRequest of(Request request) throws IOException {
        Assessment assessment = Requests.checked(request);
        return Drafting.of(new Report("1", "certs", "certs", "certs", assessment));
    }

    static String markdown(CaRequest request) throws IOException {
        StringWriter writer = new StringWriter();
        RequestMarkdown.write(request, writer);
        return writer.toString();
    }

    static String text(ExtensionFile file) {
        return new String(file.bytes(Language.ENGLISH), StandardCharsets.US_ASCII);
    }
}
