package org.onex.center.file;

import java.time.Instant;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * A file that an organisation uploaded (文件).
 *
 * @param name   as its sender called it, without a path
 * @param bytes  its length
 * @param sha256 the hash of its content, 64 lower-case hexadecimal digits; files of the same content lie on disk once
 */
public record StoredFile(
        UUID id, String name, long bytes, String sha256, OrganizationKind ownerKind, String ownerCode, Instant at) {

    public boolean isOwnedBy(Actor actor) {
        return actor.actsFor(ownerKind, ownerCode);
    }
}
