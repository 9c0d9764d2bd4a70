package org.onex.center.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.onex.foundation.vault.Digests;

/** What an issue is recognised by (批次摘要): a SHA-256 over everything that will be printed of everybody in it, whatever their order. */
final class IssueDigest {

    private IssueDigest() {}

    static String of(Collection<Certificate> printed) {
        var lines = printed.stream()
                .map(certificate -> certificate.key().text() + " " + certificate.printedHash() + " "
                        + (certificate.photo() == null ? "-" : certificate.photo()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Digests.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }
}
