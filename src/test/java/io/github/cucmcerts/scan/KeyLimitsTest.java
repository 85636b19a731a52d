package io.github.cucmcerts.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.NamedKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which keys signatures are verified, and the maximum cost: an RSA key of 2048 bits costs 1. */
class KeyLimitsTest {
    private static final ASN1ObjectIdentifier CURVE = X9ObjectIdentifiers.prime256v1;

    @TempDir
    private Path directory;

    /** By the bits of modulus and exponent. */
    @ParameterizedTest
    @CsvSource({
        "2048, 17, 1",
        "4096, 17, 4",
        "16384, 17, 64",
        "1024, 17, 0.5",
        "2048, 2, 0.5",
        "3072, 3072, 406.59",
        "3073, 64, 8.476",
        "512, 512, 1.882"
    })
    void anRsaKeyCostsAsManyMultiplicationsAsItsExponentHasBits(int modulus, int exponent, double cost)
            throws IOException {
        assertThat(cost(rsa(odd(modulus), odd(exponent)))).hasValueCloseTo(cost, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"16385, 17", "3073, 65", "2048, 1", "512, 513"})
    void anRsaKeyOfSuchSizesIsNotUsed(int modulus, int exponent) throws IOException {
        assertThat(cost(rsa(odd(modulus), odd(exponent)))).isEmpty();
    }

    @Test
    void anRsaKeyWithEvenNumbersIsNotUsed() throws IOException {
        assertThat(cost(rsa(odd(2048).clearBit(0), odd(17)))).isEmpty();
        assertThat(cost(rsa(odd(2048), odd(17).clearBit(0)))).isEmpty();
    }

    @Test
    void anInvalidRsaKeyIsNotUsed() throws IOException {
        assertThat(cost(info(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, 5)))
                .isEmpty();
    }

    /** By the bits of modulus and order. */
    @ParameterizedTest
    @CsvSource({"2048, 256, 30.118", "10000, 256, 718.07", "1024, 160, 4.706"})
    void aDsaKeyCostsTwoMultiplications(int modulus, int order, double cost) throws IOException {
        assertThat(cost(dsa(modulus, order))).hasValueCloseTo(cost, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"10001, 256", "2048, 257"})
    void aDsaKeyOfSuchSizesIsNotUsed(int modulus, int order) throws IOException {
        assertThat(cost(dsa(modulus, order))).isEmpty();
    }

    @Test
    void anyOtherKeyCostsAsMuchAsTheSlowestCurve() throws IOException {
        assertThat(cost(Keys.info(Keys.ec("a")))).hasValue(20);
        assertThat(cost(Keys.info(Keys.ed25519("a")))).hasValue(20);
        assertThat(cost(info(X9ObjectIdentifiers.id_ecPublicKey, DERNull.INSTANCE, 65)))
                .hasValue(20);
        assertThat(cost(info(
                        X9ObjectIdentifiers.id_ecPublicKey, new DERSequence(new ASN1Encodable[] {CURVE, CURVE}), 65)))
                .hasValue(20);
        assertThat(cost(info(X9ObjectIdentifiers.id_dsa, null, 65))).hasValue(20);
    }

    @Test
    void anExplicitCurveIsNotUsed() throws IOException {
        ASN1Encodable written = new DERSequence(new ASN1Encodable[] {CURVE, new ASN1Integer(1)});
        assertThat(cost(info(X9ObjectIdentifiers.id_ecPublicKey, written, 65))).isEmpty();
    }

    @Test
    void aKeyLargerThan8KiBIsNotUsed() throws IOException {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4");
        int around = info(unknown, null, 8000).getEncoded().length - 8000;
        assertThat(cost(info(unknown, null, 8192 - around))).hasValue(20);
        assertThat(cost(info(unknown, null, 8193 - around))).isEmpty();
    }

    private OptionalDouble cost(SubjectPublicKeyInfo info) throws IOException {
        Tree.in(directory)
                .file("a.pem", Cert.root("A", with -> with.key(Keys.ec("a")).publicKey(info)));
        return DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(NamedKey.class)
                .findFirst()
                .orElseThrow()
                .key()
                .cost();
    }

    private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) {
        return Keys.rsaInfo(modulus, exponent);
    }

    private static SubjectPublicKeyInfo dsa(int modulus, int order) {
        DSAParameter parameters = new DSAParameter(odd(modulus), odd(order), BigInteger.TWO);
        return info(X9ObjectIdentifiers.id_dsa, parameters, 65);
    }

    private static SubjectPublicKeyInfo info(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, int size) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(algorithm, parameters), new byte[size]);
    }

    private static BigInteger odd(int bits) {
        return BigInteger.ZERO.setBit(bits - 1).setBit(0);
    }
}
