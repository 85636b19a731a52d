package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.waiver.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SHA256;
import org.bouncycastle.util.encoders.Hex;

/** Waivers waive {@code csr-missing}, the only finding in the directory. */
final class EngineCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final String SHA_256 =
            Hex.toHexString(new SHA256.Digest().digest(GOOD.leaf().der()));
    private static final String ANOTHER_SHA_256 = "0".repeat(64);
    /** The day of the window. */
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    static final Waiver WAIVER = byPath("**/tomcat.pem", DAY);

    static final List<Case> ALL = List.of(
            found("rule-failed", "the other rules are checked")
                    .in(EngineCases::csrMissing)
                    .checking(new Broken()),
            clean("rule-failed", "a rule that is off")
                    .in(EngineCases::csrMissing)
                    .checking(new Broken())
                    .off("broken"),
            clean("rule-failed", "without the broken rule").in(EngineCases::csrMissing),
            found("waiver-expired", "its last day is over")
                    .in(EngineCases::csrMissing)
                    .waiver(byPath("**/tomcat.pem", DAY.minusDays(1))),
            clean("waiver-expired", "on its last day")
                    .in(EngineCases::csrMissing)
                    .waiver(WAIVER),
            clean("waiver-expired", "at the last second of its last day")
                    .in(EngineCases::csrMissing)
                    .waiver(WAIVER)
                    .window(Times.NOW, Times.day("2026-12-02").minusSeconds(1)),
            found("waiver-expired", "the window ends after its last day")
                    .in(EngineCases::csrMissing)
                    .waiver(WAIVER)
                    .window(Times.NOW, Times.day("2026-12-02")),
            found("waiver-expired", "nothing to waive")
                    .in(tree -> tree.set(TOMCAT))
                    .waiver(byPath("**/tomcat.pem", DAY.minusDays(1))),
            clean("waiver-expired", "it is off")
                    .in(EngineCases::csrMissing)
                    .waiver(byPath("**/tomcat.pem", DAY.minusDays(1)))
                    .off("waiver-expired"),
            found("waiver-unused", "nothing to waive")
                    .in(tree -> tree.set(TOMCAT))
                    .waiver(WAIVER),
            found("waiver-unused", "another path").in(EngineCases::csrMissing).waiver(byPath("*/tomcat.pem", DAY)),
            clean("waiver-unused", "its path").in(EngineCases::csrMissing).waiver(byPath(PUB + "/**", DAY)),
            found("waiver-unused", "another certificate")
                    .in(EngineCases::csrMissing)
                    .waiver(bySha256(ANOTHER_SHA_256)),
            clean("waiver-unused", "its SHA-256").in(EngineCases::csrMissing).waiver(bySha256(SHA_256)),
            clean("waiver-unused", "its SHA-256 in upper case with colons")
                    .in(EngineCases::csrMissing)
                    .waiver(bySha256(SHA_256.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:"))),
            found("waiver-unused", "its path, but another certificate")
                    .in(EngineCases::csrMissing)
                    .waiver(waiver("csr-missing", Optional.of("**/tomcat.pem"), Optional.of(ANOTHER_SHA_256), DAY)),
            clean("waiver-unused", "its rule is off")
                    .in(EngineCases::csrMissing)
                    .waiver(WAIVER)
                    .off("csr-missing"),
            clean("waiver-unused", "its rule is of another topic")
                    .in(EngineCases::csrMissing)
                    .waiver(WAIVER)
                    .topics(Topic.SAN),
            found("csr-missing", "the waiver of another rule")
                    .in(EngineCases::csrMissing)
                    .waiver(waiver("san-missing", Optional.of("**"), Optional.empty(), DAY)),
            clean("csr-missing", "it is off").in(EngineCases::csrMissing).off("csr-missing"));

    private EngineCases() {}

    static void csrMissing(Tree tree) {
        tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr");
    }

    private static final class Broken extends DirectoryRule {
        private Broken() {
            super(RuleInfo.of("broken", Topic.FILES, Severity.INFO, "Broken")
                    .message("It is broken.")
                    .rationale("It always breaks.")
                    .causes("A test.")
                    .remedy("No action needed.")
                    .source("no document", "no section", Source.Kind.ADVICE));
        }

        @Override
        public void check(Facts facts, Findings findings) {
            throw new IllegalStateException("oops");
        }
    }

    private static Waiver byPath(String glob, LocalDate until) {
        return waiver("csr-missing", Optional.of(glob), Optional.empty(), until);
    }

    private static Waiver bySha256(String hex) {
        return waiver("csr-missing", Optional.empty(), Optional.of(hex), DAY);
    }

    private static Waiver waiver(String rule, Optional<String> glob, Optional<String> sha256, LocalDate until) {
        return new Waiver(
                rule,
                glob.map(Glob::new),
                sha256,
                new Acceptance("renewed next week", until),
                Message.of("reason.the-pom", "the POM"));
    }
}
