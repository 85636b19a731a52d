package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Release;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    private static final Instant NOW = Times.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @TempDir
    private Path directory;

    private Certificate old;
    private Certificate same;
    private Certificate later;
    private Certificate other;

    /** {@code same} starts when {@code old} does, {@code later} a second later; {@code other} has another name. */
    @BeforeEach
    void read() throws IOException {
        old = read(Cert.root("CA"));
        same = read(Cert.root("CA", with -> with.key(Keys.rsa("new"))));
        later = read(
                Cert.root("CA", with -> with.notBefore(Times.day("2020-01-01").plusSeconds(1))));
        other = read(Cert.root("Other"));
    }

    @Test
    void aNewCertificateIsAdded() {
        StoreAfter after = after(List.of(old), List.of(other));
        assertThat(after.outcome(old)).isEqualTo(new Outcome.Added());
        assertThat(after.outcome(other)).isEqualTo(new Outcome.AlreadyThere());
        assertThat(after.held()).containsExactlyInAnyOrder(old, other);
    }

    @Test
    void anOfferedAndDeployedCertificateStays() {
        StoreAfter after = after(List.of(old), List.of(old));
        assertThat(after.outcome(old)).isEqualTo(new Outcome.AlreadyThere());
        assertThat(after.held()).containsExactly(old);
    }

    @Test
    void aLaterCertificateReplaces() {
        StoreAfter after = after(List.of(later), List.of(old, same));
        assertThat(after.outcome(later)).isEqualTo(new Outcome.Replaces(List.of(old, same)));
        assertThat(after.outcome(old)).isEqualTo(new Outcome.Displaced(later));
        assertThat(after.outcome(same)).isEqualTo(new Outcome.Displaced(later));
        assertThat(after.held()).containsExactly(later);
    }

    @Test
    void anEarlierOrSimultaneousCertificateIsKeptOut() {
        StoreAfter after = after(List.of(same, old), List.of(later));
        assertThat(after.outcome(old)).isEqualTo(new Outcome.KeptOut(later));
        assertThat(after.held()).containsExactly(later);
        after = after(List.of(same), List.of(old));
        assertThat(after.outcome(same)).isEqualTo(new Outcome.KeptOut(old));
        assertThat(after.outcome(old)).isEqualTo(new Outcome.AlreadyThere());
        assertThat(after.held()).containsExactly(old);
    }

    @Test
    void theLaterOfTheOfferedOnesStays() {
        StoreAfter after = after(List.of(old, later), List.of());
        assertThat(after.outcome(old)).isEqualTo(new Outcome.Displaced(later));
        assertThat(after.outcome(later)).isEqualTo(new Outcome.Added());
        assertThat(after.held()).containsExactly(later);
    }

    @Test
    void ifTheyStartTogetherTheNeededOneStaysOrElseTheFirst() {
        TrustStore store = store(List.of(old, same), List.of());
        assertThat(store.after(ChangeWindow.at(NOW), Optional.empty(), Set.of(same))
                        .held())
                .containsExactly(same);
        assertThat(store.after(ChangeWindow.at(NOW), Optional.empty(), Set.of()).held())
                .containsExactly(old);
    }

    @Test
    void aCertificateThatExpiresBeforeTheWindowEndsIsRejected() throws IOException {
        Certificate brief = read(Cert.root("CA", with -> with.notAfter(LATER.minusSeconds(1))));
        Certificate enough = read(Cert.root("Enough", with -> with.notAfter(LATER)));
        StoreAfter after = store(List.of(brief, enough), List.of())
                .after(ChangeWindow.between(NOW, LATER), Optional.empty(), Set.of(brief));
        assertThat(after.outcome(brief)).isEqualTo(new Outcome.Expired());
        assertThat(after.outcome(enough)).isEqualTo(new Outcome.Added());
        assertThat(after.held()).containsExactly(enough);
    }

    @Test
    void anExpiredDeployedCertificateStays() throws IOException {
        Certificate expired = read(Cert.root("CA", with -> with.notAfter(NOW.minusSeconds(1))));
        assertThat(after(List.of(), List.of(expired)).held()).containsExactly(expired);
    }

    @Test
    void theNameIsTheCommonNameAndFromRelease14OnTheSubject() throws IOException {
        Certificate subject = read(Cert.root("ca", with -> with.subject("O=Other,CN=ca")));
        TrustStore store = store(List.of(subject), List.of(old));
        for (Optional<Release> release : List.of(Optional.<Release>empty(), Optional.of(Release.parse("12.5")))) {
            assertThat(store.after(ChangeWindow.at(NOW), release, Set.of()).outcome(subject))
                    .isEqualTo(new Outcome.KeptOut(old));
        }
        assertThat(store.after(ChangeWindow.at(NOW), Optional.of(Release.parse("14")), Set.of())
                        .held())
                .containsExactlyInAnyOrder(subject, old);
    }

    @Test
    void withoutACommonNameTheNameIsTheSubject() throws IOException {
        Certificate one =
                read(Cert.root("", with -> with.subject("O=Example,OU=One").key(Keys.rsa("CA"))));
        Certificate two =
                read(Cert.root("", with -> with.subject("O=Example,OU=Two").key(Keys.rsa("CA"))));
        assertThat(after(List.of(one, two), List.of()).held()).containsExactly(one, two);
    }

    @Test
    void itCanHoldItsContent() {
        StoreAfter after = after(List.of(later), List.of(old, other));
        assertThat(after.canHold(List.of(later, other))).isTrue();
        assertThat(after.canHold(List.of(old))).isFalse();
        assertThat(after.canHold(List.of())).isTrue();
    }

    @Test
    void itCanHoldEitherOfTwoThatStartTogetherButNotBoth() {
        StoreAfter after = after(List.of(old, same, other), List.of());
        assertThat(after.canHold(List.of(old, other))).isTrue();
        assertThat(after.canHold(List.of(same, other))).isTrue();
        assertThat(after.canHold(List.of(old, same))).isFalse();
    }

    @Test
    void itCannotHoldCertificatesThatAreKeptOutOrExpired() throws IOException {
        Certificate expired = read(Cert.root("Other", with -> with.notAfter(NOW.minusSeconds(1))));
        StoreAfter after = after(List.of(same, expired), List.of(old));
        assertThat(after.canHold(List.of(same))).isFalse();
        assertThat(after.canHold(List.of(expired))).isFalse();
        assertThat(after.canHold(List.of(other))).isFalse();
    }

    private static TrustStore store(List<Certificate> offered, List<Certificate> deployed) {
        return new TrustStore(new TrustStore.Id("tomcat-trust", "", Set.of()), offered, deployed);
    }

    private static StoreAfter after(List<Certificate> offered, List<Certificate> deployed) {
        return store(offered, deployed).after(ChangeWindow.at(NOW), Optional.empty(), Set.of());
    }

    private Certificate read(Cert cert) throws IOException {
        Tree.in(directory).file("ca.pem", cert);
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Certificate.class)
                .findFirst()
                .orElseThrow();
    }
}
