package org.onex.center.catalog;

/**
 * What identifies a qualification to people and machines.
 *
 * @param code unique and stable, {@code WDYY}
 * @param name the full name, "网店运营推广职业技能等级证书"
 */
public record QualificationName(String code, String name) {}
