package org.onex.center.catalog;

/**
 * What others need to know of a qualification.
 *
 * @param shortName    as in the names of exam sites, "网店运营推广"
 * @param awardingBody code of the body that owns it, for ever
 */
public record QualificationOutline(String code, String name, String shortName, String awardingBody) {}
