from tests.vault_place import keystore_place as keystore_place
from tests.vault_place import vault as vault
