# `start` runs this once in Odoo's own shell, on the database that others are copied from. It makes a company with
# books, a user for Orderloom with the rights it needs and no more, and the demo shop's items, and prints the
# user's API key. ITEMS and PASSWORD are set by `start`.
import csv
import io

env.company.name = "Orderloom Demo"
env.ref("base.user_admin").password = PASSWORD

# An administrator sets this up by docs/adding-an-erp.md.
group = env["res.groups"].create({"name": "Orderloom"})
env["ir.model.access"].create({
    "name": "Orderloom finds documents by external id",
    "model_id": env.ref("base.model_ir_model_data").id,
    "group_id": group.id,
    "perm_read": True,
})
user = env["res.users"].create({
    "name": "Orderloom",
    "login": "orderloom",
    "group_ids": [
        (4, group.id),
        (4, env.ref("sales_team.group_sale_manager").id),
        (4, env.ref("base.group_partner_manager").id),
        # These rights are needed only to make technical products and taxes that are missing.
        (4, env.ref("product.group_product_manager").id),
        (4, env.ref("account.group_account_manager").id),
    ],
})

# A rate is the number of units of the currency for one unit of the company's.
for code, rate in {"EUR": 0.9, "GBP": 0.8, "JPY": 150.0, "KWD": 0.3}.items():
    currency = env["res.currency"].with_context(active_test=False).search([("name", "=", code)])
    currency.active = True
    env["res.currency.rate"].create({"currency_id": currency.id, "name": "2020-01-01", "rate": rate})

for item in csv.DictReader(io.StringIO(ITEMS)):
    env["product.product"].create({
        "default_code": item["sku"],
        "name": item["name"],
        "type": "consu",
        "is_storable": True,
        "taxes_id": False,
    })

key = env["res.users.apikeys"].with_user(user).sudo()._generate("rpc", "orderloom", None)
env.cr.commit()
print(key)
