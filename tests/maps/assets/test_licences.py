import build
from csto_atlas.maps.assets.licences import OWN, write_licences


def test_the_conditions_and_the_disclaimer_of_leaflet_are_there():
    text = write_licences()
    assert "Vladimir Agafonkin" in text
    assert "2. Redistributions in binary form must reproduce" in text
    assert "OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY" in text


def test_the_licence_of_the_pages_is_that_of_the_project():
    text = (build.ROOT / "LICENCE").read_text(encoding="utf-8")
    assert OWN.read_text(encoding="utf-8") == text
    assert text in write_licences()
