package org.onex.center.dispatch;

import java.util.UUID;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.HashKey;

/**
 * What stays the same over all versions of a bundle (考试包密钥).
 *
 * @param bundle   its id
 * @param hashKey  by which ID numbers and PINs are recognised without being in it
 * @param photoKey with which its photos are sealed
 */
record BundleKeys(UUID bundle, HashKey hashKey, DataKey photoKey) {}
