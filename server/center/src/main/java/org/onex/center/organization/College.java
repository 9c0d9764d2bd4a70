package org.onex.center.organization;

/**
 * A school that enters candidates (院校).
 *
 * @param code  five digits
 * @param pilot whether it is a 试点院校, which alone may hold exam sites
 */
record College(String code, String name, String province, boolean pilot) {

    College {
        OrganizationRefused.require(code.matches("\\d{5}"), "code");
        OrganizationRefused.require(!name.isBlank() && name.length() <= 100, "name");
        OrganizationRefused.require(!province.isBlank() && province.length() <= 20, "province");
    }
}
