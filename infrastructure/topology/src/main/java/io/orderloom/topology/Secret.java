package io.orderloom.topology;

/**
 * What nobody may read but the functions that need it. Each is a JSON object of settings by name;
 * the names are those of the variables that say the same where there is no secret store.
 */
public enum Secret {
    /** What the channels sign their webhooks with. */
    CHANNEL_SIGNING("channel-signing", "ORDERLOOM_CHANNEL_SECRETS"),
    /** Where the channels are called back, and what to bear there. */
    CHANNEL_API("channel-api", "ORDERLOOM_CHANNEL_APIS"),
    /** Where the ERP is, and what to bear there. */
    ERP("erp", "ERP_"),
    /** Who is told, and what to sign that with. */
    SUBSCRIBERS("subscribers", "ORDERLOOM_SUBSCRIBERS");

    /** The variable in which a function finds the names of its secrets, between commas. */
    public static final String VARIABLE = "ORDERLOOM_SECRETS";

    private final String label;
    private final String prefix;

    Secret(String label, String prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    /** The short name, for example {@code erp}. */
    public String label() {
        return label;
    }

    /** The secret's name at Secrets Manager, before the stage's is put in front. */
    public String secretName() {
        return "orderloom-" + label;
    }

    /** What the names of its settings begin with; a secret can't set anything else. */
    public String prefix() {
        return prefix;
    }
}
