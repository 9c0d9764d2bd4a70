package org.onex.center.dispatch;

import java.util.UUID;
import org.onex.center.registration.RegistrationKey;
import org.onex.foundation.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Names what nodes get by ids that mean nothing to anybody else (不透明编号): the same thing always has the same id, so that packing again
 * changes none, and nobody without the centre's keys can tell or guess whose or what it is. UUIDs of version 8 (RFC 9562) from keyed hashes.
 */
@Component
class OpaqueIds {

    private static final int HEX_DIGITS = 16;

    private final Vault vault;

    OpaqueIds(Vault vault) {
        this.vault = vault;
    }

    /** What a site gets for one slot of a plan. */
    UUID bundle(UUID site, String plan, int slot) {
        return id("dispatch bundle", site + " " + slot + " " + plan);
    }

    /**
     * One subject in one alternative of an offering.
     *
     * @param offering what tells it apart within all plans
     */
    UUID session(String offering) {
        return id("dispatch session", offering);
    }

    /** One candidate's run at a session. Whoever sits in another session has another one: no two bundles of a node may hold the same. */
    UUID script(RegistrationKey registration, UUID session) {
        return id("dispatch script", registration.candidate() + " " + registration.id() + " " + session);
    }

    private UUID id(String purpose, String name) {
        var hash = vault.hash(name, purpose);
        long high = Long.parseUnsignedLong(hash, 0, HEX_DIGITS, 16);
        long low = Long.parseUnsignedLong(hash, HEX_DIGITS, 2 * HEX_DIGITS, 16);
        return new UUID(
                (high & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
