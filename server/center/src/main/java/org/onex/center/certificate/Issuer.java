package org.onex.center.certificate;

/**
 * One of the two organisations in whose names a certificate is issued (签发单位).
 *
 * @param name as it is printed
 */
record Issuer(String code, String name) {}
