package org.onex.center.organization;

/**
 * Owns qualifications and examines for them (培训评价组织).
 *
 * @param code nine digits, as the body's code in certificate numbers
 */
record AwardingBody(String code, String name, String shortName) {

    AwardingBody {
        OrganizationRefused.require(code.matches("\\d{9}"), "code");
        OrganizationRefused.require(!name.isBlank() && name.length() <= 100 && !name.matches("\\d+"), "name");
        OrganizationRefused.require(!shortName.isBlank() && shortName.length() <= 20, "shortName");
    }
}
