package io.github.cucmcerts.benchmark;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many different keys, quickly. They protect nothing. */
enum KeySource {
    /**
     * Keys of 2048 bits, each the product of two primes from one pool: two new primes for each of 100,000 keys would
     * need hours.
     */
    RSA {
        @Override
        IntFunction<KeyPair> keys(int count) {
            int stock = (int) Math.ceil(Math.sqrt(2.0 * count)) + 1;
            List<BigInteger> primes = IntStream.range(0, stock)
                    .parallel()
                    .mapToObj(i -> prime(new Random(i)))
                    .toList();
            return number -> {
                int larger = (int) ((1 + Math.sqrt(1 + 8.0 * number)) / 2);
                return rsa(primes.get(larger), primes.get(number - larger * (larger - 1) / 2));
            };
        }
    },
    /** Keys on P-256. */
    EC {
        @Override
        IntFunction<KeyPair> keys(int count) {
            return number -> ec();
        }
    };

    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    /** A different key for each number, starting at 0. */
    abstract IntFunction<KeyPair> keys(int count);

    private static BigInteger prime(Random random) {
        while (true) {
            // The two highest bits are set, so that the product of two has 2048 bits.
            BigInteger prime =
                    new BigInteger(1024, random).setBit(1023).setBit(1022).nextProbablePrime();
            if (prime.bitLength() == 1024
                    && prime.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
                return prime;
            }
        }
    }

    private static KeyPair rsa(BigInteger p, BigInteger q) {
        BigInteger less1 = p.subtract(BigInteger.ONE);
        BigInteger less2 = q.subtract(BigInteger.ONE);
        BigInteger secret = EXPONENT.modInverse(less1.multiply(less2));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(p.multiply(q), EXPONENT)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            p.multiply(q),
                            EXPONENT,
                            secret,
                            p,
                            q,
                            secret.mod(less1),
                            secret.mod(less2),
                            q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
