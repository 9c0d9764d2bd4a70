package org.onex.rehearsal.dispatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/** A file as a node returns it (回传文件): packed, signed, and sealed for the awarding body. */
public final class ReturnFile {

    private final byte[] sealed;

    private ReturnFile(byte[] sealed) {
        this.sealed = sealed;
    }

    /**
     * @param purpose what it is sealed for, which is signed along
     */
    static ReturnFile of(JsonNode content, String purpose, PrivateKey signer, byte[] recipient) {
        var packed = packed(Json.MAPPER.writeValueAsBytes(content));
        var signature = Ed25519.of(Bytes.joined(Bytes.ascii(purpose + "\n"), packed), signer);
        return new ReturnFile(HpkeKey.sealed(Bytes.joined(signature, packed), purpose, recipient));
    }

    /** With its last bit turned. */
    public ReturnFile damaged() {
        var other = sealed.clone();
        other[other.length - 1] ^= 1;
        return new ReturnFile(other);
    }

    private static byte[] packed(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public String sha256() {
        return HexFormat.of().formatHex(Bytes.sha256(sealed));
    }

    public int bytes() {
        return sealed.length;
    }

    byte[] piece(int from, int to) {
        return Arrays.copyOfRange(sealed, from, to);
    }
}
