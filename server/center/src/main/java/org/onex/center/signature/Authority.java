package org.onex.center.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.onex.contract.kernel.Window;

/**
 * This installation's own authority (本系统签名证书的签发机构), which vouches for the keys of bodies and colleges. It is nobody's but this
 * installation's: whoever wants to see its name behind a signature has to trust it once, by the file that everybody can download.
 */
record Authority(PrivateKey key, X509Certificate certificate) {

    static final String SIGNATURE = "SHA256withRSA";

    /** What was agreed before anybody needed the key is signed with it all the same. */
    private static final Period BEFORE = Period.ofYears(1);

    private static final Period AUTHORITY_LASTS = Period.ofYears(60);
    private static final Period SIGNATORY_LASTS = Period.ofYears(40);

    /** What X.509 allows for a name; the whole one is printed. */
    private static final int LONGEST_NAME = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one, named after its key: two installations are told apart by their names already. */
    static Authority found(KeyPair pair, Instant now) {
        try {
            var identifier = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(pair.getPublic())
                    .getKeyIdentifier();
            var name = name(
                    "OneX Installation",
                    "OneX 壹加电子证书根 " + HexFormat.of().withUpperCase().formatHex(identifier, 0, 4));
            var from = start(now);
            var builder = builder(name, name, pair.getPublic(), from, from.plus(AUTHORITY_LASTS));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Authority(pair.getPrivate(), signed(builder, pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no authority could be made", e);
        }
    }

    /** Says to whom a key belongs. */
    X509Certificate vouch(String name, PublicKey forKey, Instant now) {
        try {
            var issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            var from = start(now);
            var builder = builder(issuer, name(name, name), forKey, from, from.plus(SIGNATORY_LASTS));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            return signed(builder, key);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("nobody could vouch for the key of " + name, e);
        }
    }

    private static ZonedDateTime start(Instant now) {
        return now.atZone(Window.BEIJING).minus(BEFORE);
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, ZonedDateTime from, ZonedDateTime until)
            throws GeneralSecurityException, IOException {
        var serial = new BigInteger(127, RANDOM);
        var builder = new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(from.toInstant()), Date.from(until.toInstant()), subject, key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder(SIGNATURE).build(by);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static X500Name name(String organization, String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, shortened(organization))
                .addRDN(BCStyle.CN, shortened(common))
                .build();
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        boolean isWithinACharacter = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
        return name.substring(0, isWithinACharacter ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    /** Never the key: records end up in logs. */
    @Override
    public String toString() {
        return "Authority[" + certificate.getSubjectX500Principal() + "]";
    }
}
