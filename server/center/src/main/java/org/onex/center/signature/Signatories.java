package org.onex.center.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.onex.center.organization.Organization;
import org.onex.foundation.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys with which files are signed, made when they are first needed and never again. Whoever was renamed gets another key under
 * the new name. Keys that were used lately stay opened.
 */
@Repository
class Signatories {

    private static final Id AUTHORITY = new Id("AUTHORITY", "", "");
    /** With less nobody would believe a signature. */
    private static final int FEWEST_BITS = 2048;

    private static final int OPENED = 64;
    private static final Duration OPENED_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final int bits;
    private final Cache<Id, Pair> opened = Caffeine.newBuilder()
            .maximumSize(OPENED)
            .expireAfterAccess(OPENED_FOR)
            .build();

    Signatories(JdbcClient jdbc, Vault vault, @Value("${onex.signature.key-bits:3072}") int bits) {
        if (bits < FEWEST_BITS) {
            throw new IllegalArgumentException(
                    "onex.signature.key-bits is " + bits + ", at least " + FEWEST_BITS + " are needed");
        }
        this.jdbc = jdbc;
        this.vault = vault;
        this.bits = bits;
    }

    private record Id(String party, String code, String name) {

        String purpose() {
            return "signing key of " + party + " " + code + " " + name;
        }
    }

    /** The two are one row; neither is worth anything without the other. */
    private record Pair(PrivateKey key, X509Certificate certificate) {}

    /**
     * Never within a transaction: what it undoes would have been used already.
     *
     * @param at when it is needed, by the business clock
     */
    @Transactional(propagation = Propagation.NEVER)
    Signatory signatory(Organization of, Instant at) {
        var authority = authority(at);
        var id = new Id(of.kind().name(), of.code(), of.name());
        var pair = pair(id, () -> vouched(authority, of.name(), at), at);
        return new Signatory(of.name(), pair.key(), List.of(pair.certificate(), authority.certificate()));
    }

    /** Who vouches for all of them. */
    @Transactional(propagation = Propagation.NEVER)
    Authority authority(Instant at) {
        var pair = pair(AUTHORITY, () -> founded(at), at);
        return new Authority(pair.key(), pair.certificate());
    }

    private Pair pair(Id id, Supplier<Pair> made, Instant at) {
        return opened.get(id, ignored -> find(id).orElseGet(() -> keep(id, made.get(), at)));
    }

    private Pair founded(Instant at) {
        var authority = Authority.found(random(), at);
        return new Pair(authority.key(), authority.certificate());
    }

    private Pair vouched(Authority authority, String name, Instant at) {
        var pair = random();
        return new Pair(pair.getPrivate(), authority.vouch(name, pair.getPublic(), at));
    }

    /** Of two that are made at once both get the one that was first. */
    private Pair keep(Id id, Pair pair, Instant at) {
        jdbc.sql("""
                        insert into signature.signatory (party, code, name, key_sealed, x509, made_at)
                        values (:party, :code, :name, :key, :x509, :now)
                        on conflict (party, code, name) do nothing
                        """)
                .param("party", id.party())
                .param("code", id.code())
                .param("name", id.name())
                .param("key", vault.seal(pair.key().getEncoded(), id.purpose()))
                .param("x509", encoded(pair.certificate()))
                .param("now", Timestamp.from(at))
                .update();
        return find(id).orElseThrow();
    }

    private Optional<Pair> find(Id id) {
        return jdbc.sql("""
                        select key_sealed, x509 from signature.signatory
                        where party = :party and code = :code and name = :name
                        """)
                .param("party", id.party())
                .param("code", id.code())
                .param("name", id.name())
                .query((row, n) -> read(vault.open(row.getBytes("key_sealed"), id.purpose()), row.getBytes("x509")))
                .optional();
    }

    private KeyPair random() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who writes to the database could put another certificate beside a key; better no signature than one that is wrong. */
    private static Pair read(byte[] pkcs8, byte[] x509) {
        try {
            var key = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(x509));
            if (!((RSAPublicKey) certificate.getPublicKey()).getModulus().equals(key.getModulus())) {
                throw new IllegalStateException("a signing key lies beside a certificate of another one");
            }
            return new Pair(key, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key cannot be read", e);
        }
    }
}
