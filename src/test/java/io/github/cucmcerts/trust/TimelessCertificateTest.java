package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Times;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class TimelessCertificateTest {
    private static final String POLICIES = Extension.certificatePolicies.getId();

    private static final X509Certificate EXPIRED = Cert.root("Root")
            .intermediate(
                    "Issuing",
                    with -> with.ca(3)
                            .valid("2020-01-01", "2021-01-01")
                            .signedWith("RSASSA-PSS")
                            .extension(new ASN1ObjectIdentifier("1.2.3.4"), true, new byte[] {5, 0}))
            .x509();

    private static final PublicKey OTHER_KEY = Keys.rsa("other").getPublic();

    @Test
    void itIsValidAtAnyTime() {
        X509Certificate timeless = new TimelessCertificate(EXPIRED, false, null);
        assertThatCode(timeless::checkValidity).doesNotThrowAnyException();
        assertThatCode(() -> timeless.checkValidity(Date.from(Times.NOW))).doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings({"deprecation", "JavaUtilDate"})
    void everythingElseIsTheCertificates() throws CertificateEncodingException {
        X509Certificate timeless = new TimelessCertificate(EXPIRED, false, null);
        assertThat(timeless.getVersion()).isEqualTo(3);
        assertThat(timeless.getSerialNumber()).isEqualTo(EXPIRED.getSerialNumber());
        assertThat(timeless.getIssuerDN()).isEqualTo(EXPIRED.getIssuerDN());
        assertThat(timeless.getSubjectDN()).isEqualTo(EXPIRED.getSubjectDN());
        assertThat(timeless.getIssuerX500Principal()).isEqualTo(EXPIRED.getIssuerX500Principal());
        assertThat(timeless.getSubjectX500Principal()).isEqualTo(EXPIRED.getSubjectX500Principal());
        assertThat(timeless.getNotBefore()).isEqualTo(EXPIRED.getNotBefore());
        assertThat(timeless.getNotAfter()).isEqualTo(EXPIRED.getNotAfter());
        assertThat(timeless.getTBSCertificate()).isEqualTo(EXPIRED.getTBSCertificate());
        assertThat(timeless.getSignature()).isEqualTo(EXPIRED.getSignature());
        assertThat(timeless.getSigAlgName()).isEqualTo("RSASSA-PSS");
        assertThat(timeless.getSigAlgOID()).isEqualTo(EXPIRED.getSigAlgOID());
        assertThat(timeless.getSigAlgParams()).isEqualTo(EXPIRED.getSigAlgParams());
        assertThat(timeless.getKeyUsage()).isEqualTo(EXPIRED.getKeyUsage());
        assertThat(timeless.getBasicConstraints()).isEqualTo(3);
        assertThat(timeless.getEncoded()).isEqualTo(EXPIRED.getEncoded());
        assertThat(timeless.getPublicKey()).isEqualTo(EXPIRED.getPublicKey());
        assertThat(timeless.hasUnsupportedCriticalExtension()).isTrue();
        assertThat(timeless.getCriticalExtensionOIDs()).contains("1.2.3.4");
        assertThat(timeless.getNonCriticalExtensionOIDs()).isEqualTo(EXPIRED.getNonCriticalExtensionOIDs());
        assertThat(timeless.toString()).isEqualTo(EXPIRED.toString());
    }

    @Test
    void itsUniqueIdsAndItsKnownExtensionsAreTheCertificates() throws Exception {
        KeyPair key = Keys.rsa("Root");
        X500Name name = new X500Name("CN=Root");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(Times.NOW), Date.from(Times.NOW), name, Keys.info(key));
        builder.setIssuerUniqueID(new boolean[] {true, false});
        builder.setSubjectUniqueID(new boolean[] {false, true});
        X509CertificateHolder holder =
                builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()));
        X509Certificate timeless = new TimelessCertificate(new Cert(holder, key).x509(), true, null);
        assertThat(timeless.getIssuerUniqueID()).containsExactly(true, false);
        assertThat(timeless.getSubjectUniqueID()).containsExactly(false, true);
        assertThat(timeless.hasUnsupportedCriticalExtension()).isFalse();
    }

    @Test
    void aSignatureThatWasVerifiedIsNotVerifiedAgain() {
        X509Certificate timeless = new TimelessCertificate(EXPIRED, false, null);
        assertThatCode(() -> timeless.verify(OTHER_KEY)).doesNotThrowAnyException();
        assertThatCode(() -> timeless.verify(OTHER_KEY, "SunRsaSign")).doesNotThrowAnyException();
    }

    @Test
    void anyOtherSignatureIsVerified() {
        X509Certificate timeless = new TimelessCertificate(EXPIRED, false, EXPIRED);
        assertThatThrownBy(() -> timeless.verify(OTHER_KEY)).isInstanceOf(SignatureException.class);
        assertThatThrownBy(() -> timeless.verify(OTHER_KEY, "SunRsaSign")).isInstanceOf(SignatureException.class);
    }

    @Test
    void onlyARootThatNamesNoPolicyAllowsAny() {
        ASN1Encodable own = new DERSequence(new PolicyInformation(new ASN1ObjectIdentifier("1.2.3")));
        X509Certificate named = Cert.root("Root", with -> with.extension(Extension.certificatePolicies, false, own))
                .x509();
        byte[] any = {4, 10, 0x30, 8, 0x30, 6, 6, 4, 0x55, 0x1d, 0x20, 0};
        assertThat(new TimelessCertificate(EXPIRED, true, null).getExtensionValue(POLICIES))
                .isEqualTo(any);
        assertThat(new TimelessCertificate(EXPIRED, false, null).getExtensionValue(POLICIES))
                .isNull();
        assertThat(new TimelessCertificate(named, true, null).getExtensionValue(POLICIES))
                .isEqualTo(named.getExtensionValue(POLICIES));
        assertThat(new TimelessCertificate(EXPIRED, true, null).getExtensionValue("1.2.3.5"))
                .isNull();
    }
}
