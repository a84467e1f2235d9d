package io.orderloom.topology;

/**
 * The secrets, each readable only by the functions that need it. Each is a JSON object of settings
 * by name; the names are those of the variables that hold the same where there is no secret store.
 */
public enum Secret {
    /** The keys with which channels sign their webhooks. */
    CHANNEL_SIGNING("channel-signing", "ORDERLOOM_CHANNEL_SECRETS"),
    /** The addresses of the channels' APIs, and the credentials for them. */
    CHANNEL_API("channel-api", "ORDERLOOM_CHANNEL_APIS"),
    /** The ERP's address, and the credentials for it. */
    ERP("erp", "ERP_"),
    /** The subscribers' names, and the keys with which their events are signed. */
    SUBSCRIBERS("subscribers", "ORDERLOOM_SUBSCRIBERS");

    /** The variable in which a function finds the names of its secrets, separated by commas. */
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

    /** The secret's name at Secrets Manager, without the stage's prefix. */
    public String secretName() {
        return "orderloom-" + label;
    }

    /** The prefix of its settings' names; a secret can't set anything else. */
    public String prefix() {
        return prefix;
    }
}
