package io.github.cucmcerts.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.CertSpec;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signature covers the bytes of the file, not their DER form. */
class SignaturesTest {
    private static final Cert ROOT = Cert.root("Root", with -> with.key(Keys.ec("root")));
    /** keyUsage, critical: DER writes TRUE as FF, BER as any byte except 00. */
    private static final String CRITICAL = "0603551d0f0101ff";

    private static final String CRITICAL_IN_BER = "0603551d0f010101";

    @TempDir
    private Path directory;

    @Test
    void aCertificateIsSignedAsItIs() throws IOException {
        assertThat(isSigned(ROOT.der())).isTrue();
    }

    @Test
    void aChangedBooleanIsNotSigned() throws IOException {
        assertThat(isSigned(inBer(ROOT.der()))).isFalse();
    }

    @Test
    void aBooleanSignedInBerIsSigned() throws IOException, GeneralSecurityException {
        ASN1Sequence certificate = (ASN1Sequence) new ASN1InputStream(inBer(ROOT.der()), true).readObject();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(ROOT.key().getPrivate());
        signature.update(certificate.getObjectAt(0).toASN1Primitive().getEncoded());
        DERBitString bits = new DERBitString(signature.sign());
        ASN1Encodable[] fields = {certificate.getObjectAt(0), certificate.getObjectAt(1), bits};
        assertThat(isSigned(new DLSequence(fields).getEncoded())).isTrue();
    }

    @Test
    void aCertificateWithTwoAlgorithmsCanBeSignedAndContradictsItself() throws IOException, GeneralSecurityException {
        ASN1Sequence certificate = ASN1Sequence.getInstance(ROOT.der());
        Signature signature = Signature.getInstance("SHA384withECDSA");
        signature.initSign(ROOT.key().getPrivate());
        signature.update(certificate.getObjectAt(0).toASN1Primitive().getEncoded());
        AlgorithmIdentifier another = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
        ASN1Encodable[] fields = {certificate.getObjectAt(0), another, new DERBitString(signature.sign())};
        byte[] contradicting = new DLSequence(fields).getEncoded();
        assertThat(isSigned(contradicting)).isTrue();
        assertThat(Signatures.contradiction((Certificate) read(contradicting)))
                .map(rejection -> rejection.details().values())
                .hasValueSatisfying(names -> assertThat(names)
                        .containsExactlyInAnyOrder(
                                List.of(Message.value("SHA256withECDSA")), List.of(Message.value("SHA384withECDSA"))));
        assertThat(Signatures.contradiction((Certificate) read(ROOT.der()))).isEmpty();
    }

    @Test
    void bouncyCastleVerifiesIfTheJdkCannot() throws IOException {
        assertThat(isSigned(postQuantum(with -> {}))).isTrue();
        assertThat(isSigned(postQuantum(with -> with.brokenSignature()))).isFalse();
    }

    private static byte[] postQuantum(Consumer<CertSpec> options) {
        return Cert.root("Root", options.andThen(with -> with.key(Keys.mlDsa("root"))))
                .der();
    }

    @Test
    void aCsrIsSignedAsItIs() throws IOException {
        byte[] request = Csr.of("a.example.com", with -> with.key(Keys.ec("a")).critical(Extension.keyUsage))
                .der();
        assertThat(((io.github.cucmcerts.inventory.Csr) read(request)).selfSigned())
                .isTrue();
        assertThat(((io.github.cucmcerts.inventory.Csr) read(inBer(request))).selfSigned())
                .isFalse();
    }

    private boolean isSigned(byte[] root) throws IOException {
        Certificate certificate = (Certificate) read(root);
        return new Signatures().signed(certificate.key(), certificate);
    }

    private NamedKey read(byte[] bytes) throws IOException {
        Tree.in(directory).file("a.der", bytes);
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(NamedKey.class)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] inBer(byte[] der) {
        String hex = HexFormat.of().formatHex(der);
        assertThat(hex).contains(CRITICAL);
        return HexFormat.of().parseHex(hex.replace(CRITICAL, CRITICAL_IN_BER));
    }
}
