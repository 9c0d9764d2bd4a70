package org.onex.center.node;

import java.util.UUID;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.VerifyingKey;

/**
 * An exam server that belongs to a site (考点服务器) and may ask for what is meant for that site. A controller that only nodes may call
 * has it as a parameter; whoever asked has signed the request (RFC 9421).
 *
 * @param name         what the site calls the machine
 * @param verifyingKey by which everybody tells what it has signed
 * @param sealingKey   with which everything for it is sealed
 */
public record EnrolledNode(UUID id, UUID site, String name, VerifyingKey verifyingKey, SealingKey sealingKey) {}
