package org.onex.center.signature;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfPermissionsChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Date;
import org.apache.pdfbox.Loader;

/**
 * A signature within a PDF (PAdES 数字签名, baseline B) that ordinary readers can check. The only one that knows the signing library, which is
 * loaded when somebody signs and not before.
 */
final class PadesSignature {

    /** Bytes left for a signature with its certificates; those of a party with the longest name take two thirds of it. */
    private static final int PLACE = 6144;

    private PadesSignature() {}

    /** Puts it into the place that the file has left for it. */
    static byte[] put(byte[] file, Signatory by, Signing signing) {
        var service = service();
        var parameters = parameters(by, signing, !isSigned(file));
        var document = new InMemoryDocument(file);
        var value = value(service.getDataToSign(document, parameters), by);
        var signed = new ByteArrayOutputStream();
        try {
            service.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.RSA_SHA256, value))
                    .writeTo(signed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signed.toByteArray();
    }

    /** As the document itself says: bytes that look like a signature may stand in a photo. */
    private static boolean isSigned(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            return !document.getSignatureDictionaries().isEmpty();
        } catch (IOException e) {
            return false; // no PDF: whoever signs it refuses it
        }
    }

    private static PAdESService service() {
        var service = new PAdESService(new CommonCertificateVerifier());
        var factory = new PdfBoxDefaultObjectFactory();
        factory.setPdfPermissionsChecker(new PdfPermissionsChecker() {
            @Override
            public void checkSignatureRestrictionDictionaries(
                    PdfDocumentReader reader, SignatureFieldParameters parameters) {
                // Would read the first signature to see whether it allows the second. It does, and with this
                // BouncyCastle it cannot be read
                // for the zeros behind it.
            }
        });
        service.setPdfObjFactory(factory);
        return service;
    }

    private static PAdESSignatureParameters parameters(Signatory by, Signing signing, boolean isFirst) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(by.certificate()));
        parameters.setCertificateChain(
                by.chain().stream().map(CertificateToken::new).toList());
        parameters.setSignerName(by.name());
        parameters.setReason(signing.reason());
        parameters.setAppName("OneX");
        parameters.setContentSize(PLACE);
        parameters.bLevel().setSigningDate(Date.from(signing.at()));
        parameters.getImageParameters().getFieldParameters().setFieldId(signing.place());
        if (isFirst) {
            // Readers are to complain about everything that comes after but further signatures.
            parameters.setPermission(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        }
        return parameters;
    }

    private static byte[] value(ToBeSigned toSign, Signatory by) {
        try {
            var signature = Signature.getInstance(Authority.SIGNATURE);
            signature.initSign(by.key());
            signature.update(toSign.getBytes());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not sign as " + by.name(), e);
        }
    }
}
