package org.onex.center.signature;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs PDF files (签名): whoever signs for the first time is given a key, and this installation's authority vouches for it. */
@Service
public class SignPdf {

    private final Signatories signatories;

    SignPdf(Signatories signatories) {
        this.signatories = signatories;
    }

    /**
     * The file with one more signature; what it had stays byte by byte. The same signing of the same file gives the same bytes. Never within
     * a transaction, which could undo a key that was used already; the first signing of a party takes some seconds.
     */
    @Transactional(propagation = Propagation.NEVER)
    public byte[] sign(byte[] file, Signing signing) {
        return PadesSignature.put(file, signatories.signatory(signing.by(), signing.at()), signing);
    }
}
