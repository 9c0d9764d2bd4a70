package org.onex.center.site;

import java.util.regex.Pattern;

/**
 * Who answers for a site (考点负责人). Personal: only the college and the deciding body see it. Both are empty while a draft leaves it open.
 *
 * @param phone a mobile number, or a landline with its area code
 */
record SiteManager(String name, String phone) {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");

    SiteManager {
        SiteRefused.require(name.codePointCount(0, name.length()) <= 50, "managerName");
        SiteRefused.require(phone.isEmpty() || PHONE.matcher(phone).matches(), "managerPhone");
    }

    boolean isKnown() {
        return !name.isBlank() && !phone.isEmpty();
    }

    /** Never the person: records end up in logs. */
    @Override
    public String toString() {
        return "SiteManager[…]";
    }
}
