package org.onex.center.catalog;

import java.util.List;

/**
 * What can be earned (职业技能等级证书): a name, what else it is called, and the current scheme of each of its levels.
 *
 * @param awardingBody code of the body that owns it
 * @param shortName    as in the names of exam sites, "网店运营推广"
 * @param aliases      other names that documents print for it
 */
record Qualification(
        String code, String awardingBody, String name, String shortName, List<String> aliases, List<Scheme> schemes) {

    Qualification {
        CatalogRefused.require(code.matches("[A-Z][A-Z0-9]{1,11}"), "code");
        CatalogRefused.require(!name.isBlank() && name.length() <= 100, "name");
        CatalogRefused.require(!shortName.isBlank() && shortName.length() <= 50, "shortName");
        CatalogRefused.require(!schemes.isEmpty(), "schemes");
        CatalogRefused.require(schemes.stream().map(Scheme::level).distinct().count() == schemes.size(), "schemes");
        aliases = List.copyOf(aliases);
        schemes = List.copyOf(schemes);
    }
}
